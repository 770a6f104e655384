import { utf8 } from "../../../base/bytes.ts"
import { decodeText } from "../../../base/text/decode.ts"
import { decode, decodeWords, fromBase64, fromQuoted } from "./mail.ts"

/** Words in a mail, also those that are packed for its way (RFC 2045 §6), to look for something in them. */

const MOST_PARTS = 200

/** The mail as it stands, then its subject and its parts of text unpacked. */
export function mailText(bytes: Uint8Array): string {
    const raw = rawText(bytes)
    const unfolded = decodeWords(raw.slice(0, 64 << 10).replace(/\r?\n[ \t]+/g, " "))
    return [raw, unfolded, ...partsOf(raw).map((part) => (part.coding === "" ? "" : textOf(part)))].join("\n")
}

/** A part of a mail. */
export interface MailPart {
    /** Its fields, each in a line. */
    readonly head: string
    /** Of a part that is text. */
    readonly text: string
    /** Of any other. */
    readonly bytes: Uint8Array
}

/** The parts of a mail, also those of mails within it, unpacked one after the other; what stands around them is none. */
export function* mailParts(bytes: Uint8Array): Generator<MailPart> {
    for (const part of partsOf(rawText(bytes)))
        yield {
            head: part.head,
            text: part.isText ? textOf(part) : "",
            bytes: part.isText ? new Uint8Array() : bytesOf(part),
        }
}

const rawText = (bytes: Uint8Array): string => decodeText(bytes)?.text ?? new TextDecoder("latin1").decode(bytes)

interface Packed {
    readonly head: string
    readonly body: readonly string[]
    /** `base64`, `quoted-printable`, or empty. */
    readonly coding: string
    readonly isText: boolean
}

function partsOf(raw: string): readonly Packed[] {
    const names = [...raw.matchAll(/boundary\s*=\s*"?([^"\r\n;]{1,70})/gi)].map(([, name = ""]) => name)
    const boundaries = new Set(names.flatMap((name) => [`--${name}`, `--${name}--`]))
    const parts: string[][] = [[]]
    for (const line of raw.split(/\r?\n/)) {
        if (boundaries.has(line) && parts.length < MOST_PARTS) parts.push([])
        else parts.at(-1)?.push(line)
    }
    return parts.flatMap((lines) => {
        const end = lines.indexOf("")
        const head = lines
            .slice(0, end)
            .join("\n")
            .replace(/\n[ \t]+/g, " ")
        const [, coding = ""] = /^content-transfer-encoding:\s*([\w-]+)/im.exec(head) ?? []
        const [, type = "text"] = /^content-type:\s*(\w+)/im.exec(head) ?? []
        const known = coding.toLowerCase()
        if (end < 0) return []
        return [
            {
                head,
                body: lines.slice(end + 1),
                coding: known === "base64" || known === "quoted-printable" ? known : "",
                isText: type.toLowerCase() === "text",
            },
        ]
    })
}

/** Text of a part in the character set that it names; empty where it is none. */
function textOf(part: Packed): string {
    const [, charset = "utf-8"] = /charset\s*=\s*"?([\w.:-]{1,40})/i.exec(part.head) ?? []
    if (!part.isText) return ""
    if (part.coding === "") return part.body.join("\n")
    return decode(bytesOf(part), charset.toLowerCase()) ?? ""
}

function bytesOf({ body, coding }: Packed): Uint8Array {
    if (coding === "base64") return fromBase64(wholeGroups(body.join(""))) ?? new Uint8Array()
    const unfolded = body.map((line) => (/=\s*$/.test(line) ? line.replace(/=\s*$/, "") : `${line}\n`)).join("")
    return coding === "" ? utf8(body.join("\n")) : fromQuoted(unfolded)
}

/** Of a mail that was cut, the last group may be. */
const wholeGroups = (base64: string): string => base64.slice(0, base64.length - (base64.length % 4))
