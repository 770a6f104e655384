import { fromUtf8 } from "../../../base/bytes.ts"
import { shorten } from "./shorten.ts"

/** What the head of a mail says, as it stands there; anybody may have written it. */
export interface MailHead {
    readonly kind: "mail"
    /** Empty where the field is absent, also the others. */
    readonly from: string
    readonly to: string
    readonly date: string
    readonly subject: string
    /** How many servers noted that it passed them (`Received`). */
    readonly hops: number
}

/** Reads the fields in front of the first empty line (RFC 5322 §2.2); `undefined` where there are none of a mail. */
export function readMailHead(bytes: Uint8Array): MailHead | undefined {
    const end = bytes.findIndex((byte, i) => byte === 0x0a && (bytes[i + 1] === 0x0a || isBlankLine(bytes, i + 1)))
    const fieldBytes = end < 0 ? bytes : bytes.subarray(0, end)
    const head = fromUtf8(fieldBytes) ?? decode(fieldBytes, "gb18030") ?? ""
    const fields = head.replace(/\r?\n[ \t]+/g, " ").split(/\r?\n/)
    const all = (name: string): readonly string[] =>
        fields
            .filter((field) => field.toLowerCase().startsWith(`${name}:`))
            .map((field) => field.slice(name.length + 1))
    const first = (name: string): string => shorten(decodeWords(all(name)[0] ?? "").trim())
    const found = { from: first("from"), to: first("to"), date: first("date"), subject: first("subject") }
    if (found.from === "" || (found.date === "" && found.subject === "")) return undefined
    return { kind: "mail", ...found, hops: all("received").length }
}

const isBlankLine = (bytes: Uint8Array, at: number): boolean => bytes[at] === 0x0d && bytes[at + 1] === 0x0a

/** Encoded words (RFC 2047). Neighbours of one character set are joined first: some mailers cut a character in two. */
export function decodeWords(text: string): string {
    const word = "=\\?([\\w-]{1,40})(?:\\*[\\w-]*)?\\?([bqBQ])\\?([^?\\s]*)\\?="
    return text.replace(new RegExp(`${word}(?:\\s+${word})*`, "g"), (run) => {
        const parts: { charset: string; bytes: number[] }[] = []
        for (const [, charset = "", encoding = "", content = ""] of run.matchAll(new RegExp(word, "g"))) {
            const bytes =
                encoding.toLowerCase() === "b" ? fromBase64(content) : fromQuoted(content.replaceAll("_", " "))
            if (bytes === undefined) return run
            const before = parts.at(-1)
            if (before?.charset === charset.toLowerCase()) for (const byte of bytes) before.bytes.push(byte)
            else parts.push({ charset: charset.toLowerCase(), bytes: [...bytes] })
        }
        const texts = parts.map(({ charset, bytes }) => decode(new Uint8Array(bytes), charset))
        return texts.includes(undefined) ? run : texts.join("")
    })
}

/** Names of files in a mail (RFC 2183, RFC 2231), from the fields of its parts, folded or not. */
export function attached(text: string): readonly string[] {
    const fields = text.matchAll(
        /^(?:content-(?:disposition|type):|[ \t])[^\r\n]{0,300}?\b(?:file)?name[*\d]{0,4}=([^\r\n]{1,300})/gim,
    )
    return Array.from(fields, ([, value = ""]) => {
        const [whole = "", quoted] = /^"([^"]*)|^[^;]*/.exec(decodeWords(value)) ?? []
        return (quoted ?? whole).trim()
    })
}

export function fromBase64(content: string): Uint8Array | undefined {
    try {
        const signs = atob(content)
        const bytes = new Uint8Array(signs.length)
        for (let i = 0; i < bytes.length; i++) bytes[i] = signs.charCodeAt(i)
        return bytes
    } catch {
        return undefined
    }
}

/** Quoted-printable (RFC 2045 §6.7) without its line breaks; of an encoded word `_` is a blank (RFC 2047 §4.2). */
export function fromQuoted(content: string): Uint8Array {
    const bytes = new Uint8Array(content.length)
    let size = 0
    for (let i = 0; i < content.length; i++) {
        const sign = content[i]
        const isCode = sign === "=" && /^[0-9a-f]{2}$/i.test(content.slice(i + 1, i + 3))
        if (isCode) bytes[size++] = Number.parseInt(content.slice(i + 1, i + 3), 16)
        else bytes[size++] = content.charCodeAt(i) & 0xff
        if (isCode) i += 2
    }
    return bytes.subarray(0, size)
}

/** `undefined` for a character set that nobody knows, or bytes that are none of it. */
export function decode(bytes: Uint8Array, charset: string): string | undefined {
    try {
        // GB18030 holds all of GB 2312 and GBK, which mails name while they use more than is in them.
        const known = /^(?:gb2312|gbk|gb_2312-80)$/.test(charset) ? "gb18030" : charset
        return new TextDecoder(known, { fatal: true }).decode(bytes)
    } catch {
        return undefined
    }
}
