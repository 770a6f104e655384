/**
 * Operands and operators of a content stream (ISO 32000-1 §7.2). Strings keep their first bracket; arrays are given element
 * by element; an inline picture is the operator `EI` alone.
 */
export function* tokensOf(bytes: Uint8Array): Generator<string> {
    const text = new TextDecoder("latin1").decode(bytes)
    const token = /%[^\r\n]*|<<|>>|<[0-9A-Fa-f\s\0]*>|[[\]{}]|\(|\/[^\s\0()<>[\]{}/%]*|[^\s\0()<>[\]{}/%]+/g
    for (let match = token.exec(text); match !== null; match = token.exec(text)) {
        const [found] = match
        if (found === "(") {
            const end = stringEnd(text, match.index)
            yield text.slice(match.index, end)
            token.lastIndex = end
        } else if (found === "ID") {
            const end = /[\s\0]EI(?=[\s\0]|$)/.exec(text.slice(token.lastIndex))
            token.lastIndex = end === null ? text.length : token.lastIndex + end.index + end[0].length
            yield "EI"
        } else if (!/^(?:%|<<|>>|[[\]{}]$)/.test(found)) yield found
    }
}

/**
 * For how many tokens a form counts that is painted, before any of its own: to look it up and unpack it takes as long, and
 * one that holds nothing can be painted ten times by a form that is painted ten times.
 */
export function tokensForForm(operators: Uint8Array): number {
    return 1000 + (operators.length >> 4)
}

/** Behind the bracket that closes a literal string, which may hold balanced ones and escaped ones. */
function stringEnd(text: string, start: number): number {
    let depth = 0
    for (let at = start; at < text.length; at++) {
        const sign = text[at]
        if (sign === "\\") at++
        else if (sign === "(") depth++
        else if (sign === ")" && --depth === 0) return at + 1
    }
    return text.length
}
