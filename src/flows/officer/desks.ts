import type { Host } from "../../base/host.ts"
import type { Issue } from "../../base/issue.ts"
import type { Lang } from "../../base/lang.ts"
import { agesOf, daysBetween, newest, profileDay } from "../../facts/recipients/age.ts"
import { type Fact, factsOf } from "../../facts/recipients/profile-facts.ts"
import { findDesk } from "../../facts/recipients/recipient.ts"
import type { AbsentDesk, Recipient } from "../../facts/recipients/recipient-schema.ts"
import { deskTexts, saidIn } from "./desk-texts.ts"

/**
 * The desks at hand, as a list for people: what each takes, and how old what is known of it is. `today` is a day
 * (`2026-11-27`) by the clock of the shell, which alone has one.
 */

/** A desk that can be asked, in a row. */
export interface DeskRow {
    readonly id: string
    readonly name: Recipient["name"]
    readonly found: true
    readonly routes: readonly (keyof Recipient["routes"])[]
    readonly languages: Recipient["languages"]["accepted"]
    readonly identifierForms: Recipient["identifierFormats"]["accepted"]
    readonly times: readonly { readonly about: "access" | "answer"; readonly zh: string; readonly en: string }[]
    /** How many facts have readings that differ. */
    readonly differing: number
    readonly compiledOn: string
    /** Whole days since `compiledOn`; 0 where the clock is behind. */
    readonly ageDays: number
    /** Its newest verification, else its newest source, lies further back than the profile's age allows. */
    readonly isOld: boolean
    readonly limitDays: number
    readonly newestSource: string | null
    /** Whole months since the newest and the oldest fact that is dated was verified or said; null where none is. */
    readonly newestMonths: number | null
    readonly oldestMonths: number | null
    readonly facts: number
    readonly undated: number
    readonly verified: number
    readonly lastVerified: string | null
    /** Path of a profile of the user's own. */
    readonly file: string | null
}

/** A desk of which no channel is known. */
export interface AbsentRow {
    readonly id: string
    readonly name: AbsentDesk["name"]
    readonly found: false
    readonly reason: AbsentDesk["reason"]
    readonly compiledOn: string
    readonly file: string | null
}

/** Rows of all profiles that are sound, and what is wrong with the others. */
export function deskRows(
    host: Host,
    today: string,
): { readonly rows: readonly (DeskRow | AbsentRow)[]; readonly issues: readonly Issue[] } {
    const readings = host.recipients.map((id) => findDesk(host, id, []))
    const rows = readings.flatMap(({ recipient, absent }): (DeskRow | AbsentRow)[] => {
        if (recipient !== undefined) return [deskRow(recipient, host, today)]
        if (absent === undefined) return []
        const { id, name, reason, compiledOn } = absent
        return [{ id, name, found: false, reason, compiledOn, file: fileOf(id, host) }]
    })
    return { rows, issues: readings.flatMap(({ issues }) => issues) }
}

/** The row of one desk. */
export function deskRow(profile: Recipient, host: Host, today: string): DeskRow {
    const facts = factsOf(profile).map(({ fact }) => fact)
    const months = facts.map(dayOf).flatMap((day) => (day === undefined ? [] : [monthsSince(day, today)]))
    const { id, name, routes, languages, identifierFormats, responseTimes = [], compiledOn } = profile
    return {
        ...{ id, name, found: true, routes: Object.keys(routes) as DeskRow["routes"] },
        languages: languages.accepted,
        identifierForms: identifierFormats.accepted,
        times: responseTimes.map(({ about, zh, en }) => ({ about, zh, en: en ?? zh })),
        differing: facts.filter(({ readings }) => readings !== undefined).length,
        compiledOn,
        ageDays: Math.max(0, daysBetween(compiledOn, today)),
        isOld: daysBetween(profileDay(profile).day, today) > agesOf(profile).profileDays,
        limitDays: agesOf(profile).profileDays,
        newestSource: newest(facts.map((fact) => fact.reportedOn)) ?? null,
        newestMonths: months.length === 0 ? null : Math.min(...months),
        oldestMonths: months.length === 0 ? null : Math.max(...months),
        facts: facts.length,
        undated: facts.length - months.length,
        verified: facts.filter((fact) => fact.verifiedOn !== undefined).length,
        lastVerified: newest(facts.map((fact) => fact.verifiedOn)) ?? null,
        file: fileOf(id, host),
    }
}

const fileOf = (id: string, host: Host): string | null => host.assetPath?.(`recipients/${id}.yaml`) ?? null

/** What a row says, in lines: what the desk takes, readings that differ, its age. */
export function rowLines(row: DeskRow | AbsentRow, lang: Lang, readiness?: string): readonly string[] {
    const words = deskTexts[lang]
    if (!row.found) {
        const { reason, compiledOn } = row
        const source = saidIn(lang, { zh: reason.source, en: reason.sourceEn })
        const day = reason.reportedOn === undefined ? words.noDate : words.reported(reason.reportedOn)
        return [
            words.noChannel,
            saidIn(lang, reason),
            [
                `${words.source}${words.colon}${source}`,
                words.grade[reason.grade],
                day,
                words.compiledOn(compiledOn),
            ].join(words.separator),
        ]
    }
    const { heads, colon, comma } = words
    const list = (names: readonly string[]): string => names.join(comma)
    const takes = [
        `${heads.routes}${colon}${list(row.routes.map((route) => words.route[route]))}`,
        `${heads.languages}${colon}${list(row.languages.map((one) => words.language[one]))}`,
        `${heads.identifierFormats}${colon}${list(row.identifierForms.map((one) => words.form[one]))}`,
    ]
    const times = row.times.map((time) => `${words.about[time.about]}${colon}${saidIn(lang, time)}`)
    return [
        takes.join(words.separator),
        ...(times.length === 0 ? [] : [times.join(words.separator)]),
        ...(readiness === undefined ? [] : [`${heads.readiness}${colon}${readiness}`]),
        ...(row.newestMonths === null || row.oldestMonths === null
            ? [`${ageBar()} ${words.noDates}`]
            : [
                  `${ageBar(row.newestMonths, row.oldestMonths)} ${words.ages(words.months(row.newestMonths), words.months(row.oldestMonths), row.undated)}`,
              ]),
        rowSummary(row, lang),
    ]
}

/** How old and how far verified, in one line. */
export function rowSummary(row: DeskRow, lang: Lang): string {
    const words = deskTexts[lang]
    return [
        ...(row.file === null ? [] : [`${words.own} ${row.file}`]),
        words.compiled(row.compiledOn, row.ageDays),
        words.newest(row.newestSource ?? undefined),
        words.counts(row.facts, row.verified),
        ...(row.differing === 0 ? [] : [words.differing(row.differing)]),
        ...(row.isOld ? [words.old(row.limitDays)] : []),
    ].join(words.separator)
}

/** The chart of a profile's ages: the oldest first, a bar for each dated fact, then the undated ones in a line. */
export function ageLines(profile: Recipient, lang: Lang, today: string): readonly string[] {
    const words = deskTexts[lang]
    const facts = factsOf(profile).filter(({ keys }) => !keys.includes("readings"))
    const named = facts.map(({ keys, fact }) => ({ head: headOf(keys.map(String), lang), day: dayOf(fact) }))
    const dated = named.flatMap(({ head, day }) =>
        day === undefined ? [] : [{ head, day, months: monthsSince(day, today) }],
    )
    const bars = dated
        .sort((a, b) => a.day.localeCompare(b.day, "en"))
        .map(({ head, day, months }) => `${ageBar(months)}  ${day}  ${head}${words.bracket(words.months(months))}`)
    const undated = new Set(named.filter(({ day }) => day === undefined).map(({ head }) => head))
    return [...new Set(bars), ...(undated.size === 0 ? [] : [words.undated([...undated].join(words.comma))])]
}

const WHERE: Readonly<Record<string, string>> = {
    itemsNote: "items",
    dataNote: "dataGroups",
    letterDocxBasis: "letterDocx",
}

/** What a fact is about, by its place in the profile: its section, of a route also which. */
function headOf([first = "", second = ""]: readonly string[], lang: Lang): string {
    const words = deskTexts[lang]
    const key = WHERE[first] ?? first
    const head = Object.hasOwn(words.heads, key) ? words.heads[key as keyof typeof words.heads] : key
    const route = first === "routes" ? words.route[second as keyof typeof words.route] : undefined
    return route === undefined ? head : `${head}${words.colon}${route}`
}

/** The day that a fact is as old as: of its verification, else of its source. */
function dayOf({ verifiedOn, reportedOn }: Fact): string | undefined {
    return [verifiedOn, reportedOn].find((day) => day !== undefined && day !== "")
}

const MONTH = 30.4375 // days

function monthsSince(day: string, today: string): number {
    return Math.max(0, Math.floor(daysBetween(day, today) / MONTH))
}

const CELLS = 12
const MONTHS_PER_CELL = 3

/**
 * One cell for each three months that began, three years at most: filled to the newest fact, a line on to the oldest;
 * empty where nothing is dated. Its signs are in GBK too, the code page of a Chinese console.
 */
export function ageBar(newestMonths?: number, oldestMonths = newestMonths): string {
    const cells = (months: number | undefined): number =>
        months === undefined ? 0 : Math.min(CELLS, Math.floor(months / MONTHS_PER_CELL) + 1)
    const [filled, reached] = [cells(newestMonths), cells(oldestMonths)]
    return (
        "█".repeat(filled) + "-".repeat(Math.max(0, reached - filled)) + "·".repeat(CELLS - Math.max(filled, reached))
    )
}
