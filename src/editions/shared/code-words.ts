import { CODE_WORDS_ZH } from "./code-words.words.ts"
import { shown } from "./print.ts"

type Of = keyof typeof CODE_WORDS_ZH

/**
 * What a reporter copied from an exchange in English, in the words of Chinese papers; `STOP_MARKET` is `stop market`.
 * Anything but a whole known word stays as it was typed.
 */
export function codeZh(of: Of, text: string): string {
    const code = text
        .trim()
        .toLowerCase()
        .replaceAll(/[\s_]+/g, " ")
    return BY_CODE[of].get(code) ?? shown(text)
}

/** Several of them, as one list. */
export const codesZh = (of: Of, texts: readonly string[]): string => texts.map((text) => codeZh(of, text)).join("、")

const mapOf = (table: Readonly<Record<string, readonly string[]>>): ReadonlyMap<string, string> =>
    new Map(Object.entries(table).flatMap(([zh, codes]) => codes.map((code) => [code, zh] as const)))

const BY_CODE: Readonly<Record<Of, ReadonlyMap<string, string>>> = {
    product: mapOf(CODE_WORDS_ZH.product),
    factor: mapOf(CODE_WORDS_ZH.factor),
    permission: mapOf(CODE_WORDS_ZH.permission),
    wallet: mapOf(CODE_WORDS_ZH.wallet),
    payment: mapOf(CODE_WORDS_ZH.payment),
    order: mapOf(CODE_WORDS_ZH.order),
}
