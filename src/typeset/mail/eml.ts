import { concat, utf8 } from "../../base/bytes.ts"
import { sha256Hex } from "../../base/digest.ts"
import { hasErrors, type Issue, type IssuePath, issue, PacketError } from "../../base/issue.ts"
import { encodeBase64Lines } from "./base64.ts"

/**
 * Writes a mail as a draft (RFC 5322, RFC 2045 to 2049): no From and no Message-ID, which the mail program adds when the
 * officer sends it, and `X-Unsent: 1`, which makes classic Outlook open it for editing. Plain ASCII heads only, so that
 * no reader has to decode anything; base64 bodies, so that no relay can alter them. The same message gives the same
 * bytes: the boundary comes from the content.
 */
export interface MailAttachment {
    /** `A-Z a-z 0-9 . _ -`, at most 64 characters: longer or other names break readers. */
    readonly name: string
    /** `application/pdf`; no parameters. */
    readonly mediaType: string
    readonly bytes: Uint8Array
}

/** A mail as {@link writeEml} takes it. */
export interface MailMessage {
    /** Bare addresses, `case@recipient.example`. */
    readonly to: readonly string[]
    /** Printable ASCII, at most 200 characters. */
    readonly subject: string
    /** RFC 3339 with offset; without it there is no Date field. */
    readonly date?: string
    /** Plain text in any script, lines ended by LF. */
    readonly body: string
    readonly attachments: readonly MailAttachment[]
}

const LINE = 76 // RFC 5322 §2.1.1 advises at most 78 characters
const LONGEST_SUBJECT = 200
const ADDRESS =
    /^[A-Za-z0-9!#$%&'*+/=?^_\x60{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*@[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?(?:\.[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?)+$/
const MEDIA_TYPE = /^[a-z]+\/[a-z0-9][a-z0-9.+-]{0,99}$/
const RFC3339 = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(?:\.\d+)?(Z|[+-]\d\d:\d\d)$/
const MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ")
const DAYS = "Sun Mon Tue Wed Thu Fri Sat".split(" ")

/** Everything that forbids to write the message: characters that heads cannot hold, line breaks in heads, unfit names. */
export function checkMail(message: MailMessage, path: IssuePath): readonly Issue[] {
    const { to, subject, date, body, attachments } = message
    const issues: Issue[] = []
    if (to.length === 0) issues.push(issue("mail.to.missing", [...path, "to"], {}))
    to.forEach((address, i) => {
        if (!ADDRESS.test(address) || address.length > 254)
            issues.push(issue("mail.to.malformed", [...path, "to", i], {}))
    })
    const fault = subjectFault(subject)
    if (fault !== undefined) issues.push(issue(fault, [...path, "subject"], { limit: LONGEST_SUBJECT }))
    if (date !== undefined && printDate(date) === undefined)
        issues.push(issue("mail.date.malformed", [...path, "date"], {}))
    if (/[\0-\x08\x0b-\x1f\x7f]|[\uD800-\uDFFF]/u.test(body))
        issues.push(issue("mail.body.unprintable", [...path, "body"], {}))
    const names = new Set<string>()
    attachments.forEach(({ name, mediaType }, i) => {
        const at = [...path, "attachments", i]
        if (!/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/.test(name))
            issues.push(issue("mail.attachment.name", [...at, "name"], {}))
        else if (names.has(name.toLowerCase())) issues.push(issue("mail.attachment.twice", [...at, "name"], { name }))
        if (!MEDIA_TYPE.test(mediaType)) issues.push(issue("mail.attachment.type", [...at, "mediaType"], {}))
        names.add(name.toLowerCase())
    })
    return issues
}

function subjectFault(
    subject: string,
): "mail.subject.line-break" | "mail.subject.not-ascii" | "mail.subject.length" | undefined {
    if (/[\r\n]/.test(subject)) return "mail.subject.line-break"
    if (!/^[ -~]*$/.test(subject)) return "mail.subject.not-ascii"
    return subject.trim() === "" || subject.length > LONGEST_SUBJECT ? "mail.subject.length" : undefined
}

/**
 * The `.eml` file.
 *
 * @throws PacketError with what {@link checkMail} finds.
 */
export function writeEml(message: MailMessage, path: IssuePath): Uint8Array {
    const issues = checkMail(message, path)
    if (hasErrors(issues)) throw new PacketError(issues)
    const parts = layOut(message, boundaryOf(message))
    return concat(parts.map((part) => (typeof part === "string" ? utf8(part) : encodeBase64Lines(part))))
}

/** ASCII text as it stands, and contents to encode, in order. */
function layOut(message: MailMessage, boundary: string): readonly (string | Uint8Array)[] {
    const { to, subject, date, body, attachments } = message
    const heads = [
        "X-Unsent: 1",
        ...(date === undefined ? [] : [`Date: ${printDate(date) ?? ""}`]),
        fold("To", to.join(", ")),
        fold("Subject", subject.trim()),
        "MIME-Version: 1.0",
    ]
    const text = ["Content-Type: text/plain; charset=utf-8", "Content-Transfer-Encoding: base64", "", ""]
    const content = utf8(body.replace(/\n/g, "\r\n"))
    if (attachments.length === 0) return [[...heads, ...text].join("\r\n"), content]
    const mixed = ["Content-Type: multipart/mixed;", ` boundary="${boundary}"`, "", `--${boundary}`, ...text]
    const files = attachments.flatMap(({ name, mediaType, bytes }) => [
        [
            `--${boundary}`,
            `Content-Type: ${mediaType};`,
            ` name="${name}"`,
            "Content-Transfer-Encoding: base64",
            "Content-Disposition: attachment;",
            ` filename="${name}"`,
            "",
            "",
        ].join("\r\n"),
        bytes,
    ])
    return [[...heads, ...mixed].join("\r\n"), content, ...files, `--${boundary}--\r\n`]
}

/** No base64 line begins with `=`, so this never occurs in a part (RFC 2045 §6.7 recommends the two characters). */
function boundaryOf({ to, subject, date, body, attachments }: MailMessage): string {
    const files = attachments.map(({ name, mediaType, bytes }) => [name, mediaType, sha256Hex(bytes)])
    return `=_${sha256Hex(utf8(JSON.stringify([to, subject, date, body, files]))).slice(0, 32)}`
}

/** Breaks a head before single blanks so that lines stay within {@link LINE}; unfolding gives the value back (§2.2.3). */
function fold(name: string, value: string): string {
    const lines: string[] = []
    let line = `${name}:`
    for (const word of value.split(/(?<=[^ ])(?= )/)) {
        const piece = line === `${name}:` ? ` ${word.trimStart()}` : word
        if (line.length + piece.length > LINE && line !== `${name}:`) {
            lines.push(line)
            line = piece
        } else line += piece
    }
    return [...lines, line].join("\r\n")
}

/** `Tue, 21 Mar 2023 01:49:08 +0800`; `undefined` for what is no RFC 3339 time. */
function printDate(rfc3339: string): string | undefined {
    const [whole, year = "", month = "", day = "", hour = "", minute = "", second = "", zone = ""] =
        RFC3339.exec(rfc3339) ?? []
    const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)))
    const isReal = whole !== undefined && date.getUTCDate() === Number(day) && Number(month) >= 1 && Number(month) <= 12
    if (!isReal || Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return undefined
    const offset = zone === "Z" ? "+0000" : zone.replace(":", "")
    return `${DAYS[date.getUTCDay()] ?? ""}, ${day} ${MONTHS[Number(month) - 1] ?? ""} ${year} ${hour}:${minute}:${second} ${offset}`
}
