/** The texts that a new network starts with, in plain English: consent, data protection, and the agreement among members. */

export const consentText = `I agree that my details and what I have told you may be shared with the organisations of {network} that could \
help me, so that they can get in touch and help. I have been told which organisations will be asked first. I know that I can change my mind \
at any time by telling any of them, and that I will still be helped if I do.`

export const dataProtectionText = `{coordinator} and the member organisations of {network} keep your details under the UK General Data \
Protection Regulation (UK GDPR) and the Data Protection Act 2018. Only the organisations that are asked to help you, and the people who look \
after the network, can read them. They are used to find help for you and to see whether you got it, and for nothing else. They are never sold, \
and never sent to anybody outside the network without asking you. Details of a closed referral are removed after {months} months.

You can ask to see what is kept about you, to have mistakes put right, to have your details removed, or to limit how they are used. Ask any \
organisation that helps you, or {help}. If you are not happy with how your details are looked after, tell us first so that we can put it right; \
you can also complain to the Information Commissioner's Office at ico.org.uk or on 0303 123 1113.`

export const agreementText = `This agreement is between the member organisations of {network} and {coordinator}, which coordinates it.

1. What we share. We send and receive referrals of people who have agreed to it, and only what is needed to help them.
2. Who is responsible. The organisation that refers and the organisation that accepts are each a controller of what they hold. {coordinator} is \
responsible for the shared record of a referral.
3. Who may look. Each person has an account of their own. We open a referral only to answer it, to help with it or to look after the network. \
Every opening is recorded.
4. Safe contact. We reach people only in the ways that they said are safe, and we avoid the words that they asked us to avoid.
5. Answering. We answer within the network's times: we accept, say which part we can help with, or say no with a reason.
6. Keeping and removing. Details of closed referrals are removed after {months} months. What an organisation keeps in its own records is its own \
responsibility.
7. When something goes wrong. We tell {coordinator} of any loss or misuse of details within one working day.
8. Leaving. An organisation may leave at any time; its open referrals go back to {coordinator}.

We work under the UK GDPR and the Data Protection Act 2018.`

/** `{network}` and the like are replaced; what is not given stays readable as it is. */
export function fillText(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(/\{(\w+)\}/g, (gap, name: string) => values[name] ?? gap)
}
