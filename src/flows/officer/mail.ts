import { type NamedBytes, utf8 } from "../../base/bytes.ts"
import {
    channelQuestion,
    identityState,
    type MailText,
    questionAddress,
    requestMail,
} from "../../editions/recipient/mail.ts"
import { mediaTypeOf } from "../../packet/assemble/packed.ts"
import { writeEml } from "../../typeset/mail/eml.ts"
import type { Undertaking } from "./undertake.ts"

/** What is written beside the files that leave, so that they can be sent: a draft mail, and its parts for web mail. */

/**
 * `正文.txt` and `收件人和主题.txt`, and for the mail route `<ref>.eml`; `询问渠道.txt` where the channel is still open.
 *
 * @param files - What is attached, in order.
 * @param pages - Pages of the first file.
 */
export function mailFiles(
    undertaking: Undertaking,
    files: readonly NamedBytes[],
    pages: number,
    isConfirmed: boolean,
): NamedBytes[] {
    const { recipient, ref, input, draft } = undertaking
    const { officer } = input
    const enclosures = files.map(({ name }, i) => (i === 0 ? { name, pages } : { name }))
    const identity = identityState(recipient, officer.route, isConfirmed)
    const mail = requestMail(draft.loaded.case, ref, recipient, officer, enclosures, identity)
    const written: NamedBytes[] = [
        { name: "正文.txt", bytes: windowsText(mail.body) },
        { name: "收件人和主题.txt", bytes: windowsText(addressText(undertaking, mail, files)) },
    ]
    const address = recipient.routes.email?.address
    if (officer.route === "email" && address !== undefined) {
        const name = `${ref}.eml`
        const attachments = files.map((file) => ({ ...file, mediaType: mediaTypeOf(file.name) }))
        written.unshift({
            name,
            bytes: writeEml({ to: [address], subject: mail.subject, body: mail.body, attachments }, [name]),
        })
    }
    if (!isConfirmed) written.push({ name: "询问渠道.txt", bytes: questionText(undertaking) })
    return written
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

function questionText({ recipient, ref, input }: Undertaking): Uint8Array {
    const { route } = input.officer
    const question = channelQuestion(recipient, ref, route)
    const address = questionAddress(recipient, route) ?? ""
    return windowsText(`收件人：${address}\n主题：${question.subject}\n\n${question.body}`)
}

/** UTF-8 with BOM and CRLF, so that the editor of an old Windows shows Chinese and lines. */
function windowsText(text: string): Uint8Array {
    return utf8(`\uFEFF${text.replace(/\n/g, "\r\n")}`)
}
