/** Keeps the frame of the trial page as high as the form in it: what the snippet does on another site. */
const frame = document.querySelector<HTMLIFrameElement>('iframe#onward-form')

addEventListener('message', ({ origin, data }: MessageEvent) => {
  if (!frame || origin !== location.origin || data?.type !== 'onward:height') return
  if (!Number.isSafeInteger(data.height)) return
  frame.height = String(data.height)
  if (data.top) frame.scrollIntoView()
})

export {}
