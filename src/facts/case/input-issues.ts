import type * as z from "zod"
import { type Issue, type IssueCode, type IssuePath, issue } from "../../base/issue.ts"
import { valueAt } from "../../base/value.ts"
import { fieldAdvice, type Input } from "./field-advice.ts"

/** Turns what zod found into our issues: every fault of the file, each with its path from the root of the file. */
export function inputIssues(input: Input, error: z.ZodError): Issue[] {
    const issues = error.issues.flatMap((found) => translate(input, found))
    // What else does not fit is only the consequence.
    const newer = issues.filter(({ code }) => code === "input.format.newer")
    return newer.length > 0 ? newer : issues
}

/** Of thousands of unknown fields in one place no more are compared with those that are known. */
const MOST_ADVICE = 100

function translate(input: Input, found: z.core.$ZodIssue): Issue[] {
    const { file, locate } = input
    const keys = found.path.map((key) => (typeof key === "symbol" ? String(key) : key))
    const path: IssuePath = [file + locate(keys), ...keys]
    const value = valueAt(input.value, keys)
    switch (found.code) {
        case "custom": {
            const { code, ...params } = (found.params ?? {}) as { code?: IssueCode }
            return code === undefined ? [] : [issue(code, path, params as never)]
        }
        case "unrecognized_keys":
            return found.keys.map((key, i) => {
                const at = [file + locate([...keys, key]), ...keys, key]
                if (SECRET_FIELD.test(key)) return issue("input.secret.field", at, { field: key })
                const advice = i < MOST_ADVICE ? fieldAdvice(input, keys, key) : { proposed: "", belongs: "" }
                return issue("input.field.unknown", at, { field: key, ...advice })
            })
        case "invalid_type":
            if (value === undefined || value === "")
                return [issue("input.field.missing", path, { expected: kind(found) })]
            return [issue("input.value.kind", path, { found: show(value), expected: kind(found) })]
        case "invalid_value":
            if (value === undefined || value === "")
                return [issue("input.field.missing", path, { expected: found.values.map(String).join(" | ") })]
            if (keys.join() === "format" && isNewer(value))
                return [
                    issue("input.format.newer", path, { found: value, known: found.values.map(String).join(" | ") }),
                ]
            return [
                issue("input.value.not-allowed", path, {
                    found: show(value),
                    expected: found.values.map(String).join(" | "),
                }),
            ]
        case "too_small":
            return [issue("input.list.empty", path, {})]
        case "invalid_union":
            return unionIssues(input, found, path, value)
        default:
            return [issue("input.value.kind", path, { found: show(value), expected: found.message })]
    }
}

/** A field may be text or a mapping: report the faults of the form the user chose. */
function unionIssues(input: Input, found: z.core.$ZodIssueInvalidUnion, path: IssuePath, value: unknown): Issue[] {
    if (value === undefined || value === "") return [issue("input.field.missing", path, { expected: kind(found) })]
    const branches = found.errors.filter(
        (branch) => !branch.some((i) => i.code === "invalid_type" && i.path.length === 0),
    )
    const branch = branches[0]
    if (!branch) return [issue("input.value.kind", path, { found: show(value), expected: kind(found) })]
    return branch.flatMap((inner) =>
        translate(input, { ...inner, path: [...found.path, ...inner.path] } as z.core.$ZodIssue),
    )
}

/** The format of what this program writes and reads; absent means the same. Later ones add members and keep the others. */
const FORMAT = "1.0"

/** A format that a later program writes: its members may be unknown here. */
function isNewer(format: unknown): format is string {
    const [major, minor] = typeof format === "string" ? (/^(\d{1,4})\.(\d{1,4})$/.exec(format)?.slice(1) ?? []) : []
    const [ownMajor, ownMinor] = FORMAT.split(".")
    return Number(major) > Number(ownMajor) || (major === ownMajor && Number(minor) > Number(ownMinor))
}

const SECRET_FIELD = /password|passwd|secret|private_?key|mnemonic|seed|密码|助记词|私钥/i

/** A value short enough for a message. */
function show(value: unknown): string {
    if (typeof value === "string") return value.length > 60 ? `${value.slice(0, 60)}…` : value
    if (typeof value !== "object" || value === null) return String(value)
    return Array.isArray(value) ? "[…]" : "{…}" // signs that need no language
}

/** Kinds are codes; `messages/` names them. A field type may name its own, see `fields.ts`. */
function kind(found: z.core.$ZodIssueInvalidType | z.core.$ZodIssueInvalidUnion): string {
    if (OWN_KINDS.includes(found.message)) return found.message
    const expected = found.code === "invalid_type" ? found.expected : "string"
    return { string: "text", array: "list", object: "mapping" }[expected as string] ?? expected
}
const OWN_KINDS = ["time", "date", "number"]
