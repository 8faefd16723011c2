/** The text of an agreement, paragraph by paragraph. */
export function AgreementText({ body }: { body: string }) {
  const paragraphs = body.split(/\n\s*\n/).filter(text => text.trim() !== '')
  return (
    <div class="stack tight prose">
      {paragraphs.map((text, at) => (
        <p key={at} class="pre-line">
          {text.trim()}
        </p>
      ))}
    </div>
  )
}
