import { splitHost } from "../../facts/addresses/addresses.ts"
import { hostsOf } from "../../facts/addresses/hosts.ts"
import type { Recipient, RouteId } from "../../facts/recipients/recipient-schema.ts"
import type { MailText } from "./mail.ts"
import * as words from "./question.words.ts"

/**
 * A question without case data, for a channel that nobody has verified yet, and about its safety, for the unit that
 * checks links. It is asked where the desk's official page leads; an answer of the address in doubt proves nothing.
 * Without such a page no address is named. English first, then the same in Chinese.
 */

/**
 * @param ref - A line to fill in where there is none.
 * @param signed - Who asks; lines to fill in by hand where nobody does.
 */
export function channelQuestion(
    recipient: Recipient,
    ref: string,
    route: RouteId,
    signed: readonly string[],
): MailText {
    const { officialPage, name, routes } = recipient
    const address = officialPage === undefined ? undefined : routes[route]?.address?.replace(/^https:\/\//, "")
    const safety = officialPage === undefined ? undefined : safetyOf(recipient)
    const asked = { recipient: name, route, address, ...safety }
    return {
        subject: words.questionSubject(ref),
        body: [
            ...numbered(words.questionsEn(asked)),
            words.LAST_EN,
            "",
            ...signed,
            "",
            words.HEAD_ZH,
            ...numbered(words.questionsZh(asked)),
            words.LAST_ZH,
            "",
        ].join("\n"),
    }
}

/** Whom the link-checking unit asks about: the host of the portal and all domains that the profile names. */
function safetyOf({ officialPage, routes, questions, followUp }: Recipient): words.Safety {
    const named = [officialPage, routes.portal, routes.email, questions, followUp].flatMap((one) => one?.address ?? [])
    const domains = [...new Set(hostsOf(named).map((host) => splitHost(host).domain))]
    const host = hostsOf([routes.portal?.address ?? ""])[0]
    return { domains, ...(host === undefined ? {} : { host }) }
}

const numbered = (lines: readonly string[]): readonly string[] => lines.map((line, i) => `${String(i + 1)}. ${line}`)

/** Who asks, at the end of a question. */
export const signature = (name: string, unit: readonly (string | undefined)[], email: string): readonly string[] => [
    name,
    unit.filter((part) => part !== undefined).join(", "),
    email,
]

/** Where the question goes, for the officer to read. */
export function questionWay({ officialPage, questions }: Recipient): string {
    if (officialPage === undefined) return words.NO_PAGE_TO_ASK
    return words.askFrom(
        officialPage.address,
        questions === undefined ? undefined : words.mailboxToAsk(questions.address, questions),
    )
}

/** The mailbox that the draft mail is addressed to; none is named without an official page to hold it against. */
export function mailboxToAsk({ officialPage, questions }: Recipient): string | undefined {
    return officialPage === undefined ? undefined : questions?.address
}
