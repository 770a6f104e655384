/** Decodes a label of a domain name written in Punycode (RFC 3492); our only use of it is to show what hides there. */

const BASE = 36
const T_MIN = 1
const T_MAX = 26

/** `xn--kdex-wqa` -> the text it stands for; a label that is none, or damaged, comes back as it is. */
export function decodeLabel(label: string): string {
    if (!/^xn--[a-z0-9-]+$/i.test(label)) return label
    return decode(label.slice(4).toLowerCase()) ?? label
}

function decode(input: string): string | undefined {
    const dash = input.lastIndexOf("-")
    const output = dash > 0 ? [...input.slice(0, dash)].map((c) => c.charCodeAt(0)) : []
    let at = dash > 0 ? dash + 1 : 0
    let code = 128
    let i = 0
    let bias = 72
    while (at < input.length) {
        const before = i
        let weight = 1
        for (let k = BASE; ; k += BASE) {
            const digit = digitOf(input[at++])
            if (digit === undefined) return undefined
            i += digit * weight
            const threshold = Math.min(T_MAX, Math.max(T_MIN, k - bias))
            if (digit < threshold) break
            weight *= BASE - threshold
            if (weight > 0x7fffffff) return undefined
        }
        const size = output.length + 1
        bias = adapt(i - before, size, before === 0)
        code += Math.floor(i / size)
        i %= size
        if (code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) return undefined
        output.splice(i++, 0, code)
    }
    return String.fromCodePoint(...output)
}

function digitOf(character: string | undefined): number | undefined {
    if (character === undefined) return undefined
    const found = "abcdefghijklmnopqrstuvwxyz0123456789".indexOf(character)
    return found < 0 ? undefined : found
}

/** Bias adaptation, RFC 3492 §6.1. */
function adapt(delta: number, size: number, isFirst: boolean): number {
    let rest = Math.floor(delta / (isFirst ? 700 : 2))
    rest += Math.floor(rest / size)
    let k = 0
    for (; rest > ((BASE - T_MIN) * T_MAX) / 2; k += BASE) rest = Math.floor(rest / (BASE - T_MIN))
    return k + Math.floor(((BASE - T_MIN + 1) * rest) / (rest + 38))
}
