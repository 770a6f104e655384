import fc from "fast-check"
import { printJson } from "../../src/base/canonical-json.ts"

/** What may stand in place of a JSON file: any JSON at all, or the real one with something changed. */

type Path = readonly (string | number)[]

/** Values that fit nowhere, or hardly. `__proto__` as a key is made by the parser, as a reader of a file meets it. */
const ODD: readonly unknown[] = [
    ...[null, true, false, 0, -1, 1.5, 1e21, 1e308, Number.MAX_SAFE_INTEGER, "", " ", "0", "1.1", "9.9", "x"],
    ...[
        "\ud800",
        "\u0000",
        "\u202e",
        "中文",
        "𠮷",
        "한글",
        "שלום",
        "__proto__",
        "constructor",
        "toString",
        "../x",
        "[…]",
    ],
    ...[
        "9999-12-31 23:59:59 Z",
        "0000-01-01 00:00 Z",
        "1e999999999",
        "9".repeat(400),
        "长".repeat(5000),
        "E".repeat(99),
    ],
    ...[[], {}, [null], [[]], [{}], { items: [null] }, JSON.parse('{"__proto__":{"x":1},"toString":"x"}')],
    JSON.parse("[".repeat(60) + "]".repeat(60)),
]

const oddKey = fc.constantFrom("__proto__", "constructor", "toString", "format", "items", "x", "ref", "exif", "boxes")

interface Step {
    readonly kind: "drop" | "odd" | "swap" | "double" | "member" | "append" | "cut" | "slip"
    readonly at: number
    readonly other: number
    readonly value: unknown
    readonly key: string
}

const step: fc.Arbitrary<Step> = fc.record({
    kind: fc.constantFrom("drop", "odd", "swap", "swap", "double", "member", "append", "cut", "slip", "slip", "slip"),
    at: fc.nat(1 << 20),
    other: fc.nat(1 << 20),
    value: fc.oneof(fc.constantFrom(...ODD), fc.jsonValue({ maxDepth: 3 })),
    key: oddKey,
})

/** Texts that are not what the program prints, or no JSON. */
const spoil: fc.Arbitrary<(text: string) => string> = fc.constantFrom<((text: string) => string)[]>(
    ...Array.from({ length: 60 }, () => (text: string) => text),
    (text) => `\uFEFF${text}`,
    (text) => text.slice(0, text.length / 2),
    (text) => text.replaceAll("  ", ""),
    (text) => text.replace(/"(\w+)": /, '"$1": 1, "$1": '),
    (text) => text.replace(/: \d+/, ": 1e999"),
    () => "[".repeat(200_000) + "]".repeat(200_000),
    (text) => text.replace(/: (?=[^[{]*\n)/, `: ${'{"a":'.repeat(500)}1${"}".repeat(500)}`),
)

/** Texts that may stand in place of `real`. */
export function inPlaceOf(real: string): fc.Arbitrary<string> {
    const value = JSON.parse(real) as unknown
    const anything = fc.oneof(fc.constantFrom(...ODD), fc.jsonValue()).map(printJson)
    const changed = fc
        .oneof(
            { weight: 3, arbitrary: fc.array(step, { minLength: 1, maxLength: 1 }) },
            { weight: 1, arbitrary: fc.array(step, { minLength: 2, maxLength: 4 }) },
        )
        .map((steps) => printJson(steps.reduce<unknown>(change, value)))
    return fc
        .tuple(fc.oneof({ weight: 1, arbitrary: anything }, { weight: 5, arbitrary: changed }), spoil)
        .map(([text, spoiled]) => spoiled(text))
}

/** Every place in a value, the root first. */
function places(value: unknown, at: Path = []): Path[] {
    if (typeof value !== "object" || value === null) return [at]
    return [at, ...Object.entries(value).flatMap(([key, member]) => places(member, [...at, key]))]
}

function valueAt(value: unknown, path: Path): unknown {
    return path.reduce<unknown>((inner, key) => new Map(Object.entries(Object(inner))).get(String(key)), value)
}

/** The same with the place replaced; `undefined` takes it out. */
function replace(value: unknown, [key, ...rest]: Path, by: unknown): unknown {
    if (key === undefined) return by
    const members = Object.entries(Object(value)).map(
        ([name, member]) => [name, name === String(key) ? replace(member, rest, by) : member] as const,
    )
    const kept = members.filter(([, member]) => member !== undefined)
    return Array.isArray(value) ? kept.map(([, member]) => member) : Object.fromEntries(kept)
}

function change(value: unknown, { kind, at, other, value: odd, key }: Step): unknown {
    const all = places(value)
    const path = all[at % all.length] ?? []
    const found = valueAt(value, path)
    switch (kind) {
        case "drop":
            return replace(value, path, path.length === 0 ? null : undefined)
        case "odd":
            return replace(value, path, odd)
        case "swap":
            return replace(value, path, valueAt(value, all[other % all.length] ?? []))
        case "double":
            return replace(value, path, Array.isArray(found) ? [...found, ...found] : [found, found])
        case "member":
            return replace(value, path, JSON.parse(`{${JSON.stringify(key)}:${JSON.stringify(odd)},${spread(found)}}`))
        case "append":
            return replace(value, path, typeof found === "string" ? `${found}${JSON.stringify(odd)}` : odd)
        case "cut":
            return replace(value, path, typeof found === "string" ? found.slice(0, other % (found.length + 1)) : odd)
        case "slip":
            return replace(value, path, slipped(found, other))
        default:
            return kind satisfies never
    }
}

/** One character or digit another of its kind, so that the form may still be right. */
function slipped(found: unknown, by: number): unknown {
    if (typeof found === "number") return found + (by % 3) - 1
    if (typeof found === "boolean") return !found
    if (typeof found !== "string" || found === "") return found
    const at = by % found.length
    const kinds = [
        "0123456789",
        "abcdefghijklmnopqrstuvwxyz",
        "ABCDEFGHIJKLMNOPQRSTUVWXYZ",
        " .:-+/@_",
        "一二三四，。“”",
    ]
    const kind = kinds.find((one) => one.includes(found[at] ?? "")) ?? "图表龘\t"
    return found.slice(0, at) + (kind[by % kind.length] ?? "") + found.slice(at + 1)
}

/** The members of a mapping as they stand between its braces. */
function spread(found: unknown): string {
    if (typeof found !== "object" || found === null || Array.isArray(found)) return `"x": ${JSON.stringify(found)}`
    return JSON.stringify(found).slice(1, -1) || '"x": 1'
}
