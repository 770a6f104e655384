import { type Issue, type IssuePath, issue } from "../../base/issue.ts"
import type { OfficerSoFar } from "./officer.ts"

/** Office phone and switchboard: dialled from abroad, so E.164 (ITU-T) with the country code. */

/** Checks both numbers. The table of numbering plans is loaded only here: it is large. */
export async function checkPhones(file: string, officer: OfficerSoFar): Promise<Issue[]> {
    const phone = officer.officer?.phone
    const switchboard = officer.agency?.switchboard
    if (phone === undefined && switchboard === undefined) return []
    const { parsePhoneNumberFromString } = await import("libphonenumber-js/max")
    const read = (found: string, path: IssuePath): { number?: string; type?: Kind; issues: Issue[] } => {
        const number = parsePhoneNumberFromString(found, "CN")
        if (number === undefined || !number.isPossible())
            return { issues: [issue("request.phone.form", path, { found })] }
        const isLocal = number.country === "CN"
        const issues: Issue[] = []
        if (!found.trim().startsWith("+"))
            issues.push(
                issue("request.phone.country", path, { found, proposed: number.formatInternational() }, "warning"),
            )
        if (!isLocal)
            issues.push(issue("request.phone.foreign", path, { found, country: number.country ?? "—" }, "warning"))
        else if (!number.isValid()) issues.push(issue("request.phone.unassigned", path, { found }, "warning"))
        const type = isLocal ? kind(number.getType()) : undefined
        if (type === "special") issues.push(issue("request.phone.special", path, { found }, "warning"))
        return { number: number.number, issues, ...(type === undefined ? {} : { type }) }
    }
    const desk = phone === undefined ? undefined : read(phone, [file, "officer", "phone"])
    const board = switchboard === undefined ? undefined : read(switchboard, [file, "agency", "switchboard"])
    const issues = [...(desk?.issues ?? []), ...(board?.issues ?? [])]
    if (phone !== undefined) issues.push(...checkType(file, phone, desk?.type, officer.officer?.phoneType))
    if (phone !== undefined && desk?.number !== undefined && desk.number === board?.number)
        issues.push(
            issue("request.phone.same-as-switchboard", [file, "agency", "switchboard"], { found: phone }, "note"),
        )
    return issues
}

type Kind = "landline" | "mobile" | "special"

function kind(type: string | undefined): Kind | undefined {
    if (type === "FIXED_LINE") return "landline"
    if (type === "MOBILE") return "mobile"
    return type === undefined || type === "FIXED_LINE_OR_MOBILE" ? undefined : "special"
}

function checkType(
    file: string,
    found: string,
    is: Kind | undefined,
    said: "landline" | "mobile" | undefined,
): Issue[] {
    if (is !== "landline" && is !== "mobile") return []
    if (said !== undefined && said !== is)
        return [issue("request.phone.type", [file, "officer", "phoneType"], { found, said, is }, "warning")]
    return is === "mobile" ? [issue("request.phone.mobile", [file, "officer", "phone"], { found }, "note")] : []
}
