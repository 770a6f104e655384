import { concat, utf8 } from "../../src/base/bytes.ts"
import { printJson } from "../../src/base/canonical-json.ts"
import { crc32 } from "../../src/base/zip/crc32.ts"
import type { Random } from "./random.ts"

/** Damage by what a file is made of: bytes, lines and words of a text, members of a JSON, chunks of a PNG, parts of a JPEG. */

const NUMBERS = [0, 1, 2, 0x7f, 0x80, 0xff, 0x100, 0x7fff, 0xffff, 0x10000, 0x7fffffff, 0x80000000, 0xffffffff]

/** A few changes of bytes anywhere. */
export function damage(bytes: Uint8Array, random: Random, most = 4): Uint8Array {
    let out = bytes
    for (let i = random.below(most) + 1; i > 0; i--) out = change(out, random)
    return out
}

function change(bytes: Uint8Array, random: Random): Uint8Array {
    const at = random.below(bytes.length + 1)
    const length = Math.min(bytes.length - at, 1 + random.below(random.oneIn(4) ? 400 : 8))
    const [before, piece, after] = [bytes.subarray(0, at), bytes.subarray(at, at + length), bytes.subarray(at + length)]
    switch (random.below(7)) {
        case 0: {
            const out = bytes.slice()
            if (at < out.length) out[at] = (out[at] ?? 0) ^ (1 << random.below(8))
            return out
        }
        case 1:
            return concat([before, after])
        case 2:
            return concat([before, piece, piece, after])
        case 3:
            return concat([before, Uint8Array.from({ length }, () => random.below(256)), after])
        case 4: {
            const to = random.below(before.length + 1)
            return concat([before.subarray(0, to), piece, before.subarray(to), after])
        }
        case 5: {
            const out = bytes.slice()
            const [width, isLittle] = [random.pick([1, 2, 4]), random.oneIn(2)]
            const view = new DataView(out.buffer, out.byteOffset, out.length)
            if (at + width > out.length) return before.slice()
            const number = random.pick(NUMBERS)
            if (width === 1) view.setUint8(at, number & 255)
            else if (width === 2) view.setUint16(at, number & 65535, isLittle)
            else view.setUint32(at, number, isLittle)
            return out
        }
        default:
            return random.oneIn(3) ? before.slice() : concat([before, Uint8Array.of(random.below(256)), piece, after])
    }
}

const ODD_TEXT = [
    ...[
        "",
        " ",
        "\t",
        "\n",
        "\r\n",
        "\0",
        "\uFEFF",
        "\u202e",
        "　",
        "-",
        ":",
        ": ",
        "#",
        " #",
        '"',
        "'",
        "|",
        ">",
        "&a",
        "*a",
    ],
    ...[
        "!!x",
        "---",
        "...",
        "{",
        "}",
        "[",
        "]",
        ",",
        "%",
        "@",
        "`",
        "\\",
        "\\u0000",
        "<<: ",
        "? ",
        "__proto__",
        "constructor",
    ],
    ...[
        "toString",
        "null",
        "true",
        "~",
        "0",
        "-0",
        "1e999",
        "9".repeat(400),
        "0.0000000001",
        "NaN",
        "中文",
        "𠮷",
        "é",
        "Ａ",
    ],
    ...[
        "=cmd()",
        "2023-13-45 25:61",
        "1970-01-01 00:00 Z",
        "9999-12-31 23:59:59 Z",
        "+99:99",
        "a".repeat(3000),
        "[".repeat(300),
    ],
    ...[
        "://",
        "@",
        "ssh-ed25519 ",
        'namespaces="',
        "valid-after=",
        "cert-authority ",
        ";",
        '""',
        "<",
        "&amp;",
        "<!--",
        "]]>",
    ],
]

/** Lines and words exchanged, doubled, left out, or odd ones put in. */
export function editText(text: string, random: Random, most = 4): string {
    let out = text
    for (let i = random.below(most) + 1; i > 0; i--) {
        const parts = random.oneIn(2) ? out.split(/(?<=\n)/) : out.split(/(?<=[\s,:;"'=<>{}[\]])/)
        const at = random.below(parts.length)
        const part = parts[at] ?? ""
        const other = random.below(parts.length)
        switch (random.below(6)) {
            case 0:
                parts.splice(at, 1)
                break
            case 1:
                parts.splice(at, 0, ...Array.from({ length: random.oneIn(20) ? copiesOf(part) : 1 }, () => part))
                break
            case 2:
                parts[at] = parts[other] ?? ""
                parts[other] = part
                break
            case 3:
                parts[at] = random.pick(ODD_TEXT)
                break
            case 4: {
                const cut = random.below(part.length + 1)
                parts[at] = part.slice(0, cut) + random.pick(ODD_TEXT) + part.slice(cut)
                break
            }
            default:
                parts[at] = new TextDecoder().decode(damage(utf8(part), random, 2))
        }
        out = parts.join("")
    }
    return out.slice(0, LONGEST)
}

const LONGEST = 1 << 20
/** Many, but no text beyond what a string can hold. */
const copiesOf = (part: string): number => Math.min(500, Math.ceil(LONGEST / (part.length + 1)))

const ODD_VALUES: readonly unknown[] = [
    ...[
        null,
        true,
        false,
        0,
        -1,
        1.5,
        1e21,
        2 ** 53,
        "",
        " ",
        "0",
        "__proto__",
        "constructor",
        "\u0000",
        "../x",
        "x".repeat(3000),
    ],
    ...["9999-12-31 23:59:59 Z", "2023-02-30", "1e999999", "E001", [], {}, [[]], [null], { format: "9.9" }],
    JSON.parse('{"__proto__":{"x":1}}'),
    JSON.parse("[".repeat(50) + "]".repeat(50)),
]

/** The JSON of a value with members replaced, left out, doubled or odd; sometimes a text that is damaged as such. */
export function editJson(text: string, random: Random): string {
    if (random.oneIn(5)) return editText(text, random)
    let value: unknown
    try {
        value = JSON.parse(text)
    } catch {
        return editText(text, random)
    }
    for (let i = random.below(3) + 1; i > 0; i--) value = editValue(value, random, 0)
    const printed = printJson(value)
    if (random.oneIn(30)) return printed.replace(/: /, `: ${'{"a":'.repeat(100_000)}`)
    return random.oneIn(12) ? printed.replace(/"(\w+)": /, '"$1": 1, "$1": ') : printed
}

function editValue(value: unknown, random: Random, depth: number): unknown {
    const entries = typeof value === "object" && value !== null ? Object.entries(value) : []
    if (entries.length === 0 || random.oneIn(depth > 0 ? 5 : 40))
        return typeof value === "string" && random.oneIn(2) ? editText(value, random, 1) : random.pick(ODD_VALUES)
    const at = random.below(entries.length)
    const [key, member] = entries[at] ?? ["", undefined]
    switch (random.below(8)) {
        case 0:
            entries.splice(at, 1)
            break
        case 1:
            entries.push([random.pick(["__proto__", "constructor", "x", "format", key]), member])
            break
        case 2:
            entries[at] = [key, random.pick(entries)[1]]
            break
        default:
            entries[at] = [key, editValue(member, random, depth + 1)]
    }
    return Array.isArray(value) ? entries.map(([, one]) => one) : Object.fromEntries(entries)
}

/** A PNG whose chunks are exchanged, doubled or damaged; their checksums are right, most of the time. */
export function editPng(bytes: Uint8Array, random: Random): Uint8Array {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
    const chunks: { type: Uint8Array; data: Uint8Array }[] = []
    for (let at = 8; at + 12 <= bytes.length; ) {
        const length = view.getUint32(at)
        chunks.push({ type: bytes.subarray(at + 4, at + 8), data: bytes.subarray(at + 8, at + 8 + length) })
        at += 12 + length
    }
    const at = random.below(chunks.length)
    const one = random.pick(chunks)
    const kind = random.below(5)
    if (kind === 0) chunks.splice(at, 1)
    else if (kind === 1) chunks.splice(at, 0, one)
    else if (kind === 2)
        chunks[at] = { ...one, type: utf8(random.pick(["PLTE", "tRNS", "IDAT", "IEND", "IHDR", "acTL", "eXIf"])) }
    else {
        const found = chunks[kind === 3 ? 0 : at] ?? one
        chunks[kind === 3 ? 0 : at] = { ...found, data: damage(found.data, random, 2) }
    }
    const printed = chunks.map(({ type, data }) => {
        const body = concat([type, data])
        return concat([uint32(data.length), body, uint32(random.oneIn(20) ? 7 : crc32(body))])
    })
    return concat([bytes.subarray(0, 8), ...printed])
}

function uint32(number: number): Uint8Array {
    const bytes = new Uint8Array(4)
    new DataView(bytes.buffer).setUint32(0, number)
    return bytes
}

/** A JPEG whose segments before the coded data are exchanged, doubled or damaged with their length right, or the data cut. */
export function editJpeg(bytes: Uint8Array, random: Random): Uint8Array {
    const segments: Uint8Array[] = []
    let at = 2
    while (at + 4 <= bytes.length && bytes[at] === 0xff && bytes[at + 1] !== 0xda) {
        const length = 2 + (bytes[at + 2] ?? 0) * 256 + (bytes[at + 3] ?? 0)
        segments.push(bytes.slice(at, at + length))
        at += length
    }
    const data = bytes.subarray(at)
    const i = random.below(segments.length)
    const one = segments[i] ?? new Uint8Array()
    const kind = random.below(5)
    if (kind === 0) segments.splice(i, 1)
    else if (kind === 1) segments.splice(random.below(segments.length), 0, one)
    else if (kind < 4 && one.length > 4) {
        const body = damage(one.subarray(4), random, 2).subarray(0, 65_000)
        const length = body.length + 2
        segments[i] = concat([one.subarray(0, 2), Uint8Array.of(length >> 8, length & 255), body])
    }
    return concat([bytes.subarray(0, 2), ...segments, kind === 4 ? damage(data, random) : data])
}
