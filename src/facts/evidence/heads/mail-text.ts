import { decodeText } from "../../../base/text/decode.ts"
import { decode, decodeWords, fromBase64, fromQuoted } from "./mail.ts"

/** Words in a mail, also those that are packed for its way (RFC 2045 §6), to look for something in them. */

const MOST_PARTS = 200

/** The mail as it stands, then its subject and its parts of text unpacked. */
export function mailText(bytes: Uint8Array): string {
    const raw = decodeText(bytes)?.text ?? new TextDecoder("latin1").decode(bytes)
    const names = [...raw.matchAll(/boundary\s*=\s*"?([^"\r\n;]{1,70})/gi)].map(([, name = ""]) => name)
    const boundaries = new Set(names.flatMap((name) => [`--${name}`, `--${name}--`]))
    const parts: string[][] = [[]]
    for (const line of raw.split(/\r?\n/)) {
        if (boundaries.has(line) && parts.length < MOST_PARTS) parts.push([])
        else parts.at(-1)?.push(line)
    }
    const unfolded = decodeWords(raw.slice(0, 64 << 10).replace(/\r?\n[ \t]+/g, " "))
    return [raw, unfolded, ...parts.map((lines) => partText(lines))].join("\n")
}

function partText(lines: readonly string[]): string {
    const end = lines.indexOf("")
    const head = lines
        .slice(0, end)
        .join("\n")
        .replace(/\n[ \t]+/g, " ")
    const body = lines.slice(end + 1)
    const [, coding = ""] = /^content-transfer-encoding:\s*([\w-]+)/im.exec(head) ?? []
    const [, type = "text"] = /^content-type:\s*(\w+)/im.exec(head) ?? []
    const [, charset = "utf-8"] = /charset\s*=\s*"?([\w.:-]{1,40})/i.exec(head) ?? []
    if (end < 0 || type.toLowerCase() !== "text") return ""
    const bytes =
        coding.toLowerCase() === "base64"
            ? fromBase64(wholeGroups(body.join("")))
            : coding.toLowerCase() === "quoted-printable"
              ? fromQuoted(body.map((line) => (/=\s*$/.test(line) ? line.replace(/=\s*$/, "") : `${line}\n`)).join(""))
              : undefined
    return bytes === undefined ? "" : (decode(Uint8Array.from(bytes), charset.toLowerCase()) ?? "")
}

/** Of a mail that was cut, the last group may be. */
const wholeGroups = (base64: string): string => base64.slice(0, base64.length - (base64.length % 4))
