import { type Issue, issue } from "../../base/issue.ts"
import type { OfficerSoFar } from "./officer.ts"
import type { Readings } from "./person-name.ts"

/**
 * Agency, department, country, position and address in both languages. The face of a 人民警察证 prints the public
 * security organ at county level or above, never the station: where form and card differ, the desk refuses.
 */
export function checkAgency(file: string, officer: OfficerSoFar, readings: Readings): Issue[] {
    const { agency = {} } = officer
    const issues: Issue[] = []
    const warn = (found: Issue): void => void issues.push(found)
    const { nameZh, nameEn, departmentZh, departmentEn } = agency
    if (nameZh !== undefined && /(?:派出所|警务室|警务站)$/.test(nameZh.trim()))
        warn(issue("request.agency.station", [file, "agency", "nameZh"], { found: nameZh }, "warning"))
    else if (nameEn !== undefined && /\bpolice (?:sub)?-?station\W*$/i.test(nameEn))
        warn(issue("request.agency.station", [file, "agency", "nameEn"], { found: nameEn }, "warning"))
    if (isSame(departmentZh, nameZh) || isSame(departmentEn, nameEn)) {
        const field = isSame(departmentZh, nameZh) ? "departmentZh" : "departmentEn"
        const found = agency[field] ?? ""
        warn(issue("request.agency.same", [file, "agency", field], { found }, "warning"))
    }
    const pairs = [
        ["agency", "name", nameZh, nameEn],
        ["agency", "department", departmentZh, departmentEn],
        ["agency", "country", agency.countryZh, agency.countryEn],
        ["agency", "address", agency.addressZh, agency.addressEn],
        ["officer", "position", officer.officer?.positionZh, officer.officer?.positionEn],
    ] as const
    for (const [group, field, chinese, english] of pairs) {
        if (chinese !== undefined && !/\p{Script=Han}/u.test(chinese))
            warn(issue("request.chinese.none", [file, group, `${field}Zh`], { found: chinese }, "warning"))
        else if (english !== undefined) {
            const path = [file, group, `${field}En`]
            if (!/[A-Za-z]{2}/.test(english))
                warn(issue("request.english.no-words", path, { found: english }, "warning"))
            // An address is rightly written in pinyin.
            else if (field !== "address" && chinese !== undefined && readings.reads(chinese, english) === true)
                warn(issue("request.english.pinyin", path, { found: english, chinese }, "warning"))
        }
    }
    return issues
}

function isSame(a: string | undefined, b: string | undefined): boolean {
    const plain = (text: string): string => text.replace(/[\s,.，。]/g, "").toLowerCase()
    return a !== undefined && b !== undefined && plain(a) === plain(b)
}
