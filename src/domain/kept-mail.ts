/** Where a letter is kept when there is no mail server: DATA_DIR/mail, one file each. */

export const keptFolder = 'mail'

export function keptName(messageId: string): string {
  return `${messageId.replace(/[^A-Za-z0-9.-]+/g, '_')}.eml`
}
