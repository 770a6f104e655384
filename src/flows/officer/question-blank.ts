import { channelQuestion, questionWay } from "../../editions/recipient/question.ts"
import { BLANK_EN, SIGNED_BLANK } from "../../editions/recipient/question.words.ts"
import type { Recipient } from "../../facts/recipients/recipient-schema.ts"

/** The question about a desk's channel with blanks for whoever asks, to be copied from a screen; it needs no officer. */
export function blankQuestionText(recipient: Recipient): string {
    const route = recipient.routes.portal === undefined ? "email" : "portal"
    return questionText(recipient, channelQuestion(recipient, BLANK_EN, route, SIGNED_BLANK))
}

/** A question behind where it goes. */
export function questionText(
    recipient: Recipient,
    { subject, body }: { readonly subject: string; readonly body: string },
): string {
    return `${questionWay(recipient)}\n主题：${subject}\n\n${body}`
}
