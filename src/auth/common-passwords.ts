/** Passwords of twelve characters or more that are tried first: refused, however long. */

import { hasLeaked } from './leaked-passwords.ts'

/** The stems that long common passwords are made of: "password2024", "Liverpool1234!", "qwertyqwerty". */
const stems = [
  'password|passw0rd|p@ssword|passwort|letmein|welcome|changeme|iloveyou|trustno1|whatever|sunshine|princess|football',
  'baseball|basketball|superman|batman|starwars|pokemon|monkey|dragon|shadow|master|michael|jordan|charlie|ashley|jessica',
  'liverpool|everton|manchester|chelsea|arsenal|tottenham|rangers|celtic|england|scotland|cymru|london|merseyside',
  'admin|administrator|root|login|secret|default|temp|temporary|test|testing|demo|guest|user|computer|internet|google',
  'monday|tuesday|wednesday|thursday|friday|saturday|sunday|spring|summer|autumn|winter|january|february|march|april|june',
  'july|august|september|october|november|december|qwerty|qwertyuiop|asdfgh|asdfghjkl|zxcvbn|zxcvbnm|qazwsx|1q2w3e4r|abc',
  'onward|referral|charity|network|foodbank|housing|support|helpdesk|volunteer|safeguarding',
]
  .join('|')
  .split('|')

/** `own`: what others know of this person, such as the name and the email address. */
export function isCommonPassword(password: string, own: readonly string[] = []): boolean {
  const plain = password.normalize('NFKC').toLowerCase()
  return isRepeated(plain) || isRun(plain) || isMadeOf(plain, [...stems, ...own.flatMap(wordsOf)]) || hasLeaked(plain)
}

/** "aaaaaaaaaaaa", "abcabcabcabc". */
function isRepeated(text: string): boolean {
  return /^(.{1,6}?)\1+.{0,2}$/su.test(text)
}

/** "123456789012", "abcdefghijkl", either way round. */
function isRun(text: string): boolean {
  const steps = [...text].slice(1).map((letter, at) => letter.charCodeAt(0) - text.charCodeAt(at))
  return [1, -1].some(step => steps.filter(one => one === step || one === step * -9).length >= steps.length - 1)
}

/** Nothing is left that is hard to guess once the words, digits and marks are gone. */
function isMadeOf(text: string, words: readonly string[]): boolean {
  const longestFirst = [...words].sort((a, b) => b.length - a.length)
  const rest = longestFirst.reduce((left, word) => left.replaceAll(word, ' '), text)
  return rest !== text && rest.replace(/[\d\s\p{P}\p{S}]/gu, '').length < 4
}

function wordsOf(text: string): string[] {
  return text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(word => word.length >= 4)
}
