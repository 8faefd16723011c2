/** Our own drawings for entries without a picture, by kind of help: two tones, round ends, the same weight of line. */
import type { JSX } from 'preact'

export const drawingNames = [
  ...(['hands', 'food', 'money', 'home', 'health', 'mind', 'company', 'work'] as const),
  ...(['learning', 'family', 'young', 'safety', 'care', 'law', 'clothes', 'transport'] as const),
] as const
export type DrawingName = (typeof drawingNames)[number]

export function isDrawing(name: string | null | undefined): name is DrawingName {
  return drawingNames.some(one => one === name)
}

/** By the Lucide icon of a kind of help; two hands where we have none for it. */
export function drawingFor(icon: string | null): DrawingName {
  return byIcon[icon ?? ''] ?? 'hands'
}

// biome-ignore format: a table
const byIcon: Readonly<Record<string, DrawingName>> = {
  wallet: 'money', coins: 'money', 'piggy-bank': 'money', 'credit-card': 'money', utensils: 'food', 'shopping-basket': 'food', soup: 'food',
  house: 'home', home: 'home', bed: 'home', 'heart-pulse': 'health', stethoscope: 'health', pill: 'health', brain: 'mind', smile: 'mind',
  'message-circle': 'company', 'message-square': 'company', coffee: 'company', briefcase: 'work', hammer: 'work', 'graduation-cap': 'learning',
  book: 'learning', 'book-open': 'learning', baby: 'family', users: 'family', school: 'young', shield: 'safety', 'hand-heart': 'care',
  accessibility: 'care', scale: 'law', gavel: 'law', shirt: 'clothes', sofa: 'clothes', bus: 'transport', car: 'transport',
}

/** Decoration: the name of the service stands beside it. */
export function Drawing({ name }: { name: DrawingName }) {
  const ground = grounds[drawingNames.indexOf(name) % grounds.length]
  return (
    <svg class={`drawing ${ground}`} viewBox="0 0 120 80" width="120" height="80" aria-hidden="true">
      <rect class="sky" width="120" height="80" />
      <circle class="sun" cx="60" cy="42" r="33" />
      <path class="ground" d="M0 66c18-7 38-8 60-5s44 3 60-2v21H0z" />
      <g class="lines">{shapes[name]}</g>
    </svg>
  )
}

const grounds = ['leaf', 'sand', 'sky', 'rose'] as const

/** Fills first, then lines; `f` is filled with white, `t` with the tone. */
const shapes: Record<DrawingName, JSX.Element> = {
  hands: (
    <>
      <path class="t" d="M60 40c-5-9-18-6-16 4 1 6 9 10 16 15 7-5 15-9 16-15 2-10-11-13-16-4z" />
      <path d="M26 58c4-7 9-8 14-5l9 6h9M94 58c-4-7-9-8-14-5l-9 6h-9M24 70l8-6M96 70l-8-6" />
    </>
  ),
  food: (
    <>
      <path class="f" d="M36 44h48c0 14-10 22-24 22S36 58 36 44z" />
      <path class="t" d="M48 44c0-9 5-15 12-15s12 6 12 15z" />
      <path d="M33 44h54M50 22c-3-4 3-5 0-9M60 22c-3-4 3-5 0-9M70 22c-3-4 3-5 0-9" />
    </>
  ),
  money: (
    <>
      <path class="f" d="M34 34h48a4 4 0 0 1 4 4v24a4 4 0 0 1-4 4H38a4 4 0 0 1-4-4z" />
      <path class="t" d="M72 46h16v10H72a5 5 0 0 1 0-10z" />
      <path d="M34 34l34-12 5 12M75 51h1" />
    </>
  ),
  home: (
    <>
      <path class="f" d="M38 44v22h44V44L60 26z" />
      <path class="t" d="M54 66V52h12v14z" />
      <path d="M31 49l29-25 29 25M76 34V24h6v15" />
    </>
  ),
  health: (
    <>
      <circle class="f" cx="60" cy="44" r="20" />
      <path class="t" d="M56 33h8v7h7v8h-7v7h-8v-7h-7v-8h7z" />
      <path d="M28 44h6l3-8 4 15 3-7M76 44l3-6 4 12 3-6h6" />
    </>
  ),
  mind: (
    <>
      <path class="f" d="M44 66V54c-8-6-8-22 4-28s30-2 31 12l5 9-6 2v7c0 3-3 4-6 4h-6v6z" />
      <path class="t" d="M60 47c-3-6-11-4-10 2 1 4 6 6 10 9 4-3 9-5 10-9 1-6-7-8-10-2z" transform="translate(2 -8)" />
    </>
  ),
  company: (
    <>
      <path class="f" d="M24 30h40a5 5 0 0 1 5 5v14a5 5 0 0 1-5 5H42l-9 8v-8h-9a5 5 0 0 1-5-5V35a5 5 0 0 1 5-5z" />
      <path class="t" d="M76 40h20a5 5 0 0 1 5 5v13a5 5 0 0 1-5 5h-4v7l-8-7h-8a5 5 0 0 1-5-5V45a5 5 0 0 1 5-5z" />
      <path d="M31 42h1M44 42h1M57 42h1" />
    </>
  ),
  work: (
    <>
      <path class="f" d="M32 36h56v30H32z" />
      <path class="t" d="M32 36h56v12c-18 7-38 7-56 0z" />
      <path d="M50 36v-7h20v7M56 50h8v5h-8z" />
    </>
  ),
  learning: (
    <>
      <path class="f" d="M60 38c-8-5-17-7-27-7v30c10 0 19 2 27 7 8-5 17-7 27-7V31c-10 0-19 2-27 7z" />
      <path class="t" d="M74 20h10v18l-5-4-5 4z" />
      <path d="M60 38v30M41 40c4 0 8 1 11 2M41 48c4 0 8 1 11 2M79 48c-4 0-8 1-11 2" />
    </>
  ),
  family: (
    <>
      <path class="f" d="M34 66V54a9 9 0 0 1 18 0v12z" />
      <path class="f" d="M68 66V54a9 9 0 0 1 18 0v12z" />
      <path class="t" d="M53 66v-7a7 7 0 0 1 14 0v7z" />
      <circle class="f" cx="43" cy="36" r="7" />
      <circle class="f" cx="77" cy="36" r="7" />
      <circle class="t" cx="60" cy="45" r="5" />
    </>
  ),
  young: (
    <>
      <path class="f" d="M60 60L40 36l10-12h20l10 12z" />
      <path class="t" d="M60 60l-8-24 8-12 8 12z" />
      <path d="M40 36h40M60 60c-4 4 4 6 0 11M53 73c5-3 9 3 14 0" />
    </>
  ),
  safety: (
    <>
      <path class="f" d="M60 22l22 8v14c0 12-9 20-22 25-13-5-22-13-22-25V30z" />
      <path class="t" d="M60 22v47c-13-5-22-13-22-25V30z" />
      <path d="M51 45l7 7 12-14" />
    </>
  ),
  care: (
    <>
      <path class="f" d="M44 66V48a14 14 0 0 1 28 0v18z" />
      <circle class="f" cx="58" cy="27" r="9" />
      <path class="t" d="M44 50h28v8H44z" />
      <path d="M84 68V46c0-5-7-5-7 0M49 27c3-2 6-5 8-9" />
    </>
  ),
  law: (
    <>
      <path class="t" d="M28 46h22c0 7-5 11-11 11s-11-4-11-11z" />
      <path class="f" d="M70 46h22c0 7-5 11-11 11s-11-4-11-11z" />
      <path d="M60 22v46M46 68h28M36 30c8 3 16 3 24-2 8-5 16-5 24 0M39 30L28 46h22zM81 29L70 46h22z" />
    </>
  ),
  clothes: (
    <>
      <path class="f" d="M48 26l-16 8 5 13 7-3v22h32V44l7 3 5-13-16-8c-4 7-20 7-24 0z" />
      <path class="t" d="M44 52h32v8H44z" />
    </>
  ),
  transport: (
    <>
      <path class="f" d="M28 32h56c5 0 8 10 8 18v10H28z" />
      <path class="t" d="M34 38h14v11H34zM53 38h14v11H53zM72 38h11l4 11H72z" />
      <circle class="f" cx="42" cy="61" r="6" />
      <circle class="f" cx="78" cy="61" r="6" />
      <path d="M28 54h-4M92 54h3" />
    </>
  ),
}
