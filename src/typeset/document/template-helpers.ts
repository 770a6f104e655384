/**
 * The helpers a template may call, all pure. Block statements `each`, `if`, `unless` and `with` belong to the language
 * itself (evaluate.ts). Helpers choose and count; they compute nothing that a reader would have to trust.
 */

/** A helper: arguments as evaluated, absent ones `undefined`. */
export interface TemplateHelper {
    /** Fewest and most arguments. */
    readonly arity: readonly [number, number]
    /** True where an absent field may be asked about (conditions); printing an absent field is always a fault. */
    readonly mayBeAbsent: boolean
    readonly call: (...values: readonly unknown[]) => unknown
}

const MANY = 20
const HAN_DIGITS = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"]

/** Truth as Handlebars has it: `false`, absent, `null`, `""`, `0` and the empty list are false. */
export function isTruthy(value: unknown): boolean {
    if (Array.isArray(value)) return value.length > 0
    return Boolean(value)
}

/** Chinese numeral of 1 to 99 for headings: 一, 十二, 三十. */
function hanNumber(n: number): string {
    if (!Number.isInteger(n) || n < 1 || n > 99) throw new RangeError("han takes a number from 1 to 99")
    const tens = Math.floor(n / 10)
    const ten = tens === 0 ? "" : `${tens === 1 ? "" : (HAN_DIGITS[tens] ?? "")}十`
    return ten + (HAN_DIGITS[n % 10] ?? "")
}

function asNumber(value: unknown): number {
    if (typeof value !== "number") throw new RangeError("a number is needed")
    return value
}

/** All helpers by name. */
export const TEMPLATE_HELPERS: Readonly<Record<string, TemplateHelper>> = {
    eq: { arity: [2, 2], mayBeAbsent: true, call: (a, b) => a === b },
    not: { arity: [1, 1], mayBeAbsent: true, call: (a) => !isTruthy(a) },
    and: { arity: [2, MANY], mayBeAbsent: true, call: (...all) => all.every(isTruthy) },
    or: { arity: [2, MANY], mayBeAbsent: true, call: (...all) => all.some(isTruthy) },
    /** `{{choose condition "then" "else"}}`, for attribute values, where blocks are not allowed. */
    choose: { arity: [3, 3], mayBeAbsent: true, call: (test, yes, no) => (isTruthy(test) ? yes : no) },
    /** `{{join list "、"}}`. */
    join: {
        arity: [2, 2],
        mayBeAbsent: false,
        call: (list, separator) => {
            if (!Array.isArray(list)) throw new RangeError("join takes a list")
            return list.map(String).join(String(separator))
        },
    },
    /** `{{inc @index}}`: positions count from 0, people from 1. */
    inc: { arity: [1, 1], mayBeAbsent: false, call: (n) => asNumber(n) + 1 },
    han: { arity: [1, 1], mayBeAbsent: false, call: (n) => hanNumber(asNumber(n)) },
}
