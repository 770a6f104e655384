import type { NamedBytes } from "../../base/bytes.ts"
import { type Output, output } from "../../base/output.ts"
import { type IdentityState, identityState, type MailText, requestMail } from "../../editions/recipient/mail.ts"
import { identityLacks, takesIdentityLetter } from "../../facts/checklist/identity-release.ts"
import type { Officer } from "../../facts/officer/officer.ts"
import type { Recipient } from "../../facts/recipients/recipient-schema.ts"
import { mediaTypeOf } from "../../packet/assemble/packed.ts"
import { writeEml } from "../../typeset/mail/eml.ts"
import { windowsText } from "../../typeset/mail/windows-text.ts"
import { MAIL_ADDRESS_NAME, MAIL_BODY_NAME, sendFolder } from "./names.ts"
import { questionFile } from "./question.ts"
import type { Undertaking } from "./undertake.ts"

/** What is written beside the files that leave, so that they can be sent: a draft mail, and its parts for web mail. */

/**
 * Text and address for web mail, and for the mail route a draft mail.
 *
 * @param files - What is attached, in order.
 * @param pages - Pages of the first file.
 */
export function mailFiles(
    undertaking: Undertaking,
    files: readonly NamedBytes[],
    pages: number,
    mayIdentify: boolean,
): Output[] {
    const { facts, recipient, ref, input, stem } = undertaking
    const { officer } = input
    const path = (name: string): string => `${sendFolder(stem)}/${name}`
    const enclosures = files.map(({ name }, i) => (i === 0 ? { name, pages } : { name }))
    const identity = identityOf(recipient, officer, mayIdentify)
    const hasConsent = (input.consent ?? []).length > 0
    const mail = requestMail(facts, ref, recipient, officer, enclosures, identity, hasConsent)
    const written = [
        output("mail-body", path(MAIL_BODY_NAME), windowsText(mail.body)),
        output("mail-address", path(MAIL_ADDRESS_NAME), windowsText(addressText(undertaking, mail, files))),
    ]
    const address = recipient.routes.email?.address
    if (officer.route === "email" && address !== undefined) {
        const name = `${ref}.eml`
        const attachments = files.map((file) => ({ ...file, mediaType: mediaTypeOf(file.name) }))
        const message = { to: [address], subject: mail.subject, body: mail.body, attachments }
        written.unshift(output("mail", path(name), writeEml(message, [name])))
    }
    return written
}

/** What is said of identity images: a letter may stand for them, and without approval they stay. */
function identityOf(recipient: Recipient, officer: Officer, mayIdentify: boolean): IdentityState {
    if (takesIdentityLetter(recipient, officer)) return "replaced"
    const isWithheld = officer.route === "email" && identityLacks(recipient, officer).length > 0
    return isWithheld ? "withheld" : identityState(recipient, officer.route, mayIdentify)
}

/** What web mail and portals ask for in fields of their own. */
function addressText({ recipient, input }: Undertaking, mail: MailText, files: readonly NamedBytes[]): string {
    const { route } = input.officer
    const chosen = recipient.routes[route]
    const to =
        route === "email"
            ? `收件人：${chosen?.address ?? ""}`
            : `渠道：${chosen?.name.zh ?? ""}${chosen?.address === undefined ? "" : `（${chosen.address}）`}`
    return `${[to, `主题：${mail.subject}`, `附件：${files.map(({ name }) => name).join("、")}`].join("\n")}\n`
}

/** The question whether a channel is genuine, in a folder of its own: nothing that holds case data lies beside it. */
export function inquiry({ recipient, ref, input }: Undertaking): Output {
    return questionFile(recipient, ref, input.officer)
}
