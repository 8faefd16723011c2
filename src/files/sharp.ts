/** What draws pictures, loaded with the first one: a program that draws none does without its 10 MB. */
export async function openSharp() {
  return (await import('sharp')).default
}
