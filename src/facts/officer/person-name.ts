import { type Issue, issue } from "../../base/issue.ts"
import type { OfficerSoFar } from "./officer.ts"
import { COMPOUND_SURNAMES, SINGLE_SURNAMES } from "./surnames.data.ts"

/** The officer's name: surname and given name in their own fields, pinyin that is a reading of the characters. */

/** Whether Latin letters are a reading of Chinese characters; `undefined` when a character has no known reading. */
export interface Readings {
    reads(hanzi: string, latin: string): boolean | undefined
    /** The usual reading, as a name is written: `Jianguo`; a surname by its reading as surname. */
    usual(hanzi: string, as: "surname" | "given"): string
}

/** Loads the dictionary of readings, which is large. */
export async function loadReadings(): Promise<Readings> {
    const { pinyin, polyphonic } = await import("pinyin-pro")
    const usualOf = (hanzi: string, as: "surname" | "given"): string[] =>
        pinyin(hanzi, { toneType: "none", type: "array", ...(as === "surname" ? { surname: "head" } : {}) })
    return {
        reads(hanzi, latin) {
            const characters = hanzi.replace(/\P{Script=Han}/gu, "")
            const each = polyphonic(characters, { toneType: "none", type: "array" })
            const asName = usualOf(characters, "surname")
            const syllables = [...characters].map((_, i) => [...(each[i] ?? []), asName[i] ?? ""])
            if (syllables.some((options) => !options.some((one) => /^[a-zü]+$/.test(one)))) return undefined
            return spells(syllables, letters(latin))
        },
        usual(hanzi, as) {
            const joined = usualOf(hanzi, as).join("")
            return joined.slice(0, 1).toUpperCase() + joined.slice(1)
        },
    }
}

/** Letters alone, in lower case, `ü` kept: tones, capitals, spaces, hyphens and apostrophes say nothing here. */
function letters(latin: string): string {
    const plain = latin
        .toLowerCase()
        .normalize("NFD")
        .replace(/u([\u0300-\u036f]*)\u0308/g, "ü$1")
        .replace(/\u0308/g, "")
        .replace(/[\u0300-\u036f]/g, "")
    return plain.replace(/[^a-zü]/g, "")
}

/** Ways to write a syllable: `ü` is also typed `v`, `u`, and `yu` in passports. */
function spellings(syllable: string): string[] {
    return syllable.includes("ü")
        ? ["ü", "v", "u", "yu", "ue"].map((vowel) => syllable.replace("ü", vowel))
        : [syllable]
}

/** Whether a word is one of the readings after another; all ways of cutting it are followed at once. */
function spells(syllables: readonly (readonly string[])[], word: string): boolean {
    let ends = new Set([0])
    for (const options of syllables) {
        const next = new Set<number>()
        for (const end of ends)
            for (const spelling of options.flatMap(spellings))
                if (spelling !== "" && word.startsWith(spelling, end)) next.add(end + spelling.length)
        ends = next
    }
    return ends.has(word.length)
}

/** Findings about the four name fields. Each gives at most one. */
export function checkName(file: string, officer: OfficerSoFar, readings: Readings): Issue[] {
    const { surnameZh, givenNameZh, surnamePinyin, givenNamePinyin } = officer.officer ?? {}
    const issues: Issue[] = []
    if (surnameZh !== undefined && givenNameZh !== undefined) {
        const params = { surname: surnameZh, given: givenNameZh }
        if (surnameZh.length > givenNameZh.length && surnameZh.endsWith(givenNameZh))
            return [issue("request.name.whole", [file, "officer", "surnameZh"], params, "warning")]
        if (looksSwapped(surnameZh, givenNameZh))
            issues.push(issue("request.name.swapped", [file, "officer", "surnameZh"], params, "warning"))
        const whole = surnameZh + givenNameZh
        if ([...whole].length >= DOTTED_FROM && !whole.includes("·"))
            issues.push(issue("request.name.undotted", [file, "officer", "givenNameZh"], { whole }, "warning"))
    }
    return [...issues, ...checkPinyin(file, { surnameZh, givenNameZh, surnamePinyin, givenNamePinyin }, readings)]
}

/** Names of so many characters are as a rule of another language, whose parts a dot divides on the ID. */
const DOTTED_FROM = 6

/** True when the given name is a surname and the surname is none. */
function looksSwapped(surname: string, given: string): boolean {
    const isSurname = (name: string): boolean => SINGLE_SURNAMES.has(name) || COMPOUND_SURNAMES.has(name)
    return !isSurname(surname) && isSurname(given)
}

type Names = {
    readonly [K in "surnameZh" | "givenNameZh" | "surnamePinyin" | "givenNamePinyin"]: string | undefined
}

function checkPinyin(file: string, names: Names, readings: Readings): Issue[] {
    const { surnameZh, givenNameZh, surnamePinyin, givenNamePinyin } = names
    const agree = (hanzi: string | undefined, latin: string | undefined): boolean | undefined =>
        hanzi === undefined || latin === undefined ? undefined : readings.reads(hanzi, latin)
    const surname = agree(surnameZh, surnamePinyin)
    const given = agree(givenNameZh, givenNamePinyin)
    if (
        surname === false &&
        given === false &&
        agree(surnameZh, givenNamePinyin) === true &&
        agree(givenNameZh, surnamePinyin) === true
    ) {
        const params = { surname: surnamePinyin ?? "", given: givenNamePinyin ?? "" }
        return [issue("request.pinyin.swapped", [file, "officer", "surnamePinyin"], params, "warning")]
    }
    const different = (
        field: string,
        hanzi: string | undefined,
        found: string | undefined,
        as: "surname" | "given",
    ): Issue[] => {
        if (hanzi === undefined || found === undefined) return []
        // A name of another language written in Chinese characters is romanised by its own rules.
        const severity = `${surnameZh ?? ""}${givenNameZh ?? ""}`.includes("·") ? "note" : "warning"
        const params = { hanzi, found, expected: readings.usual(hanzi, as) }
        return [issue("request.pinyin.different", [file, "officer", field], params, severity)]
    }
    return [
        ...(surname === false ? different("surnamePinyin", surnameZh, surnamePinyin, "surname") : []),
        ...(given === false ? different("givenNamePinyin", givenNameZh, givenNamePinyin, "given") : []),
    ]
}
