import type { Host } from "../../base/host.ts"
import type { Lang } from "../../base/lang.ts"
import { type Output, output } from "../../base/output.ts"
import { beijingMinute, parseTime, type Time } from "../../base/text/time.ts"
import { YAML_FILE } from "../../facts/case/form/case-files.ts"
import { WORKBOOK_FILE } from "../../facts/case/form/sheet-words.data.ts"
import { type FormSetting, printWorkbook } from "../../facts/case/form/workbook-write.ts"
import { printCaseYaml } from "../../facts/case/form/yaml-write.ts"
import { caseSchema } from "../../facts/case/schema.ts"
import { desksToChoose } from "../../facts/recipients/desk-of-case.ts"
import { firstHourPage } from "./kept.ts"
import { FIRST_HOUR_NAME } from "./names.ts"

/** A new case folder: the questions, and a page that says what the next hour is for. */

/** Folders of a new case, for files as received and for those of the exchange. */
export const CASE_FOLDERS = ["evidence", "exports"] as const
/** Files of a new case. */
export const CASE_FILES = [WORKBOOK_FILE, YAML_FILE, FIRST_HOUR_NAME] as const

// No letters or digits that are mistaken for each other on paper.
const ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"

/** A reference for a new case: `LX-20230321-7K2M`. `random` has four bytes; `now` is RFC 3339 with offset. */
export function proposeRef(now: string, random: Uint8Array): string {
    const letters = [...random].map((byte) => ALPHABET[byte % ALPHABET.length]).join("")
    return `LX-${now.slice(0, 10).replaceAll("-", "")}-${letters}`
}

/** The files of a new case, the two forms in a language. `now` is RFC 3339 with offset. */
export async function startCase(host: Host, ref: string, now: string, lang: Lang): Promise<readonly Output[]> {
    const [answers, setting] = [newAnswers(ref, now), formSetting(host, lang)]
    return [
        output("form", WORKBOOK_FILE, printWorkbook(answers, setting)),
        output("form", YAML_FILE, printCaseYaml(answers, setting)),
        output("kept", FIRST_HOUR_NAME, await firstHourPage(host, ref, timeOf(now))),
    ]
}

/** The workbook of a new case alone, for which no font is needed. `now` is RFC 3339 with offset. */
export function startWorkbook(host: Host, ref: string, now: string, lang: Lang): Output {
    return output("form", WORKBOOK_FILE, printWorkbook(newAnswers(ref, now), formSetting(host, lang)))
}

function newAnswers(ref: string, now: string) {
    return {
        ref,
        recipient: caseSchema.shape.recipient.parse(undefined),
        preparedAt: beijingMinute(timeOf(now)),
    }
}

function timeOf(now: string): Time {
    const at = parseTime(now)
    if (typeof at === "string") throw new RangeError(`no time: ${now}`)
    return at
}

/** What the forms of a case need of the installation: the desks that a case may name. */
export function formSetting(host: Host, lang: Lang): FormSetting {
    const desks = desksToChoose(host).map(({ id, name }) => ({ id, name: { "zh-CN": name.zh, en: name.en } }))
    return { lang, desks }
}
