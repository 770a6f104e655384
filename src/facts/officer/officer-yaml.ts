import { utf8 } from "../../base/bytes.ts"
import { memberOf } from "../../base/value.ts"
import { scalar } from "../case/form/yaml-scalar.ts"

/**
 * Prints officer.yaml: the form as it is handed out, with what is known behind its colons. Lists stand on one line, as the
 * notes of the form show them. The same data give the same bytes, and are read back as they are.
 *
 * @param form - `forms/officer.yaml`.
 * @param data - Mappings and lists of texts, as the YAML reader gives them; fields that the form has no line for are left out.
 */
export function printOfficerYaml(form: string, data: unknown): Uint8Array {
    const lines = form.split("\n")
    const path: string[] = []
    const printed = lines.map((line, i) => {
        const [, indent = "", key = ""] = /^( *)([A-Za-z]\w*):/.exec(line) ?? []
        if (key === "") return line
        path.splice(indent.length / 2, path.length, key)
        const next = lines.slice(i + 1).find((later) => !/^\s*(?:#|$)/.test(later)) ?? ""
        if (next.startsWith(`${indent} `)) return `${indent}${key}:`
        const value = path.reduce<unknown>(memberOf, data)
        return value === undefined ? `${indent}${key}:` : `${indent}${key}: ${flow(value, indent)}`
    })
    return utf8(printed.join("\n"))
}

/** A text, or a list or mapping on one line (YAML 1.2 §7.4). */
function flow(value: unknown, indent: string): string {
    if (typeof value === "string") return scalar(value, indent)
    if (Array.isArray(value)) return `[${value.map(entry).join(", ")}]`
    return entry(value)
}

function entry(value: unknown): string {
    if (typeof value === "string") return value.includes("\n") ? JSON.stringify(value) : scalar(value, "")
    if (Array.isArray(value)) return `[${value.map(entry).join(", ")}]`
    const members = Object.entries(value ?? {}).map(([key, member]) => `${scalar(key, "")}: ${entry(member)}`)
    return `{${members.join(", ")}}`
}
