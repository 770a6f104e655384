import type { z } from "zod"

/**
 * Fills every field of a schema, also those that nobody has thought of yet, each with a value that occurs nowhere else,
 * so that a test can ask where each of them ended up. A new field is covered the day it is added.
 */

export interface Marker {
    /** `narrative.background[0].text`. */
    readonly path: string
    /** What to look for, without blanks. */
    readonly needle: string
    /** Typed values are identifiers, addresses, numbers; the others take any sentence. */
    readonly kind: "sentence" | "typed"
}

export interface Filled {
    readonly value: unknown
    readonly markers: readonly Marker[]
}

/** Definition of a schema, as far as this walk has to know it. */
interface Definition {
    readonly type: string
    readonly shape?: Readonly<Record<string, z.ZodType>>
    readonly element?: z.ZodType
    readonly innerType?: z.ZodType
    readonly in?: z.ZodType
    readonly options?: readonly z.ZodType[]
    readonly entries?: Readonly<Record<string, string>>
    readonly values?: readonly unknown[]
    readonly keyType?: z.ZodType
    readonly valueType?: z.ZodType
}

/**
 * @param tail - Appended to every sentence.
 * @param given - Values for paths where any value will not do; they are no markers.
 * @param first - Markers are numbered from here on, so that those of two schemas differ.
 */
export function fillSchema(
    schema: z.ZodType,
    tail: string,
    given: Readonly<Record<string, unknown>>,
    first = 0,
): Filled {
    const markers: Marker[] = []
    let count = first
    const fill = (node: z.ZodType, path: string): unknown => {
        if (path in given) return given[path]
        const def = node.def as unknown as Definition
        switch (def.type) {
            case "object":
                return fillObject(node, def, path)
            case "array":
                return def.element === undefined ? [] : [fill(def.element, `${path}[0]`)]
            case "optional":
            case "default":
            case "nullable":
            case "readonly":
            case "prefault":
                return def.innerType === undefined ? undefined : fill(def.innerType, path)
            case "record":
                return fillRecord(def, path)
            case "enum":
                return Object.values(def.entries ?? {})[0]
            case "literal":
                return def.values?.[0]
            default:
                return fillForms(node, path)
        }
    }
    const fillObject = (node: z.ZodType, { shape = {} }: Definition, path: string): unknown => {
        const pair = "asset" in shape && "amount" in shape ? fillAmount(path) : {}
        const members = Object.entries(shape)
            .filter(([key]) => !(key in pair))
            .map(([key, member]) => [key, fill(member, path === "" ? key : `${path}.${key}`)])
        const value: unknown = { ...pair, ...Object.fromEntries(members) }
        if (path !== "" && !node.safeParse(value).success) throw new Error(`${path} cannot be filled`)
        return value
    }
    /** One member; its name is a value like any other. */
    const fillRecord = ({ keyType, valueType }: Definition, path: string): object => {
        if (keyType === undefined || valueType === undefined) return {}
        const key = String(fillForms(keyType, `${path}.key`))
        return { [key]: fill(valueType, `${path}.value`) }
    }
    /** Ticker and digits have to agree, so they are made together. */
    const fillAmount = (path: string): object => {
        const amount = `7${String(++count).padStart(5, "0")}.25`
        markers.push({ path, needle: amount, kind: "typed" })
        return { asset: "USDT", amount }
    }
    /** A value that may be written in several forms: the fullest that the schema takes. */
    const fillForms = (node: z.ZodType, path: string): unknown => {
        for (const form of objectForms(node)) {
            const before = markers.length
            try {
                const value = fill(form, path)
                if (node.safeParse(value).success) return value
            } catch {
                // Another form may do.
            }
            markers.length = before
        }
        return fillLeaf(node, path)
    }
    const fillLeaf = (node: z.ZodType, path: string): unknown => {
        const number = String(++count).padStart(3, "0")
        for (const { text, needle, kind } of candidates(number, tail)) {
            if (!node.safeParse(text).success) continue
            if (needle !== undefined) markers.push({ path, needle, kind })
            return text
        }
        throw new Error(`no value is known that ${path} takes; add one to the candidates`)
    }
    return { value: fill(schema, ""), markers }
}

/** Objects among the forms of a union or of what is transformed. */
function objectForms(node: z.ZodType): readonly z.ZodType[] {
    const def = node.def as unknown as Definition
    if (def.type === "object") return [node]
    if (def.type === "union") return (def.options ?? []).flatMap(objectForms)
    return def.in === undefined ? [] : objectForms(def.in)
}

/** What to try, in order; without a needle the value is too common to be looked for. */
function candidates(
    number: string,
    tail: string,
): readonly { readonly text: string; readonly needle?: string; readonly kind: Marker["kind"] }[] {
    const typed = (text: string, needle = text.replace(/\s/g, "")) => ({ text, needle, kind: "typed" as const })
    return [
        { text: `标${number}号${tail}`, needle: `标${number}号`, kind: "sentence" },
        typed(`mark-${number}-q`),
        typed(`mark-${number}-q@planted-${number}.example`, `planted-${number}`),
        typed(`https://planted-${number}.example/q`, `planted-${number}`),
        typed(`+86 177 0${number} 0${number}`, `1770${number}0${number}`),
        typed(`MARK${number}Q`),
        typed(`9${number}71.5`),
        typed(`198.51.${String(100 + Math.floor(Number(number) / 250))}.${String(Number(number) % 250)}`),
        typed(`Planted mark ${number} in English`),
        { text: "2022-01-05 04:05:06 Z", kind: "typed" },
        { text: "E001", kind: "typed" },
        { text: "汉", kind: "typed" },
        { text: "7", kind: "typed" },
        { text: "Han", kind: "typed" },
        { text: "89abcdef", kind: "typed" },
        { text: "89abcdef".repeat(4), kind: "typed" },
        { text: "unauthorised-trading", kind: "typed" },
        { text: "3", kind: "typed" },
        typed(`0123 4567 89ab cdef 0123 4567 89ab c${number}`),
    ]
}
