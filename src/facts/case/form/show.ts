import { printPath } from "../../../base/issue.ts"
import type { Lang } from "../../../base/lang.ts"
import { beijingWall, isDay, printBeijing, printUtc, readTime, type Time } from "../../../base/text/time.ts"
import { textsOf, valueAt } from "../../../base/value.ts"
import { figureAs, readStated } from "../../money/stated.ts"
import type { CaseForm } from "./case-files.ts"
import { choiceWords, fieldOf, LISTS, QUESTIONS, type Question, questionOf } from "./form.ts"
import { placeWords } from "./place.ts"

/** One answer of a case as the program understood it. */
export interface ShownAnswer {
    /** Field with its indices, `loss.assets[0].amount`. */
    readonly field: string
    /** Cell or line. */
    readonly place: string
    /** In the words of the form: 六、少了什么，第 1 项，数量. */
    readonly question: string
    /** As typed; words of the form for its codes. */
    readonly answer: string
    /** What was read, where that is not plain: a time in both clocks, an amount in figures. */
    readonly read?: string
}

/** Every answer that was given, in the order of the form; nothing that was left blank. */
export function shownAnswers({ answers, input, file }: CaseForm, lang: Lang): readonly ShownAnswer[] {
    const order = (field: string): number => {
        const index = QUESTIONS.findIndex((question) => question.field === field || question.field === `${field}[]`)
        return index < 0 ? QUESTIONS.length : index
    }
    const rank = (path: readonly (string | number)[]): readonly number[] => {
        const list = LISTS.find((one) => fieldOf(path).startsWith(`${one.path}[`))
        if (list === undefined) return [order(fieldOf(path)), ...path.filter((key) => typeof key === "number")]
        const first = QUESTIONS.findIndex(({ field }) => field.startsWith(`${list.path}[`))
        // Entry by entry, and within each in the order of the columns.
        return [first, ...path.filter((key) => typeof key === "number"), order(fieldOf(path))]
    }
    return textsOf(answers)
        .filter(({ path }) => path.at(-1) !== "notASecret")
        .map((leaf) => ({ ...leaf, rank: rank(leaf.path) }))
        .sort((a, b) => compareRanks(a.rank, b.rank))
        .map(({ path, text }) => {
            const question = questionOf(fieldOf(path)) ?? questionOf(`${fieldOf(path)}[]`)
            const read = question === undefined ? undefined : readingOf(question, text, path, answers, lang)
            return {
                field: printPath(path),
                place: file + input.locate(path),
                question: placeWords(path, lang) || printPath(path),
                answer: (question?.words && choiceWords(question.words, text)?.[lang]) ?? text,
                ...(read === undefined ? {} : { read }),
            }
        })
}

function compareRanks(a: readonly number[], b: readonly number[]): number {
    for (let i = 0; i < Math.max(a.length, b.length); i++) {
        const difference = (a[i] ?? -1) - (b[i] ?? -1)
        if (difference !== 0) return difference
    }
    return 0
}

/** A time in the words of one language: in both clocks where it has a time of day and a zone, else as it is known. */
export function bothClocks(time: Time, lang: Lang): string {
    const beijing = isDay(time) ? undefined : beijingWall(time)
    if (beijing === undefined) return lang === "zh-CN" ? printBeijing(time) : printUtc(time)
    // That it is about so is said once, in front, in the language of the reader.
    const { about, ...exact } = time
    const utc = printUtc(exact)
    return lang === "zh-CN"
        ? `${printBeijing(time)} = ${utc}`
        : `${about === true ? "about " : ""}${beijing} UTC+8 = ${utc}`
}

function readingOf(
    { kind, field }: Question,
    text: string,
    path: readonly (string | number)[],
    answers: unknown,
    lang: Lang,
): string | undefined {
    if (kind === "time") {
        const time = readTime(text)
        if (typeof time === "string") return undefined
        const read = bothClocks(time, lang)
        return read === text ? undefined : read
    }
    if (kind !== "amount" || !/\.amount$/.test(field)) return undefined
    const asset = valueAt(answers, [...path.slice(0, -1), "asset"])
    if (typeof asset !== "string") return undefined
    const stated = readStated({ asset, amount: text })
    if ("code" in stated || stated.value === undefined) return undefined
    const plain = figureAs(stated.value, asset, stated.places, { grouped: false })
    const about = stated.about ? (lang === "zh-CN" ? "约 " : "about ") : ""
    return plain === text && about === "" ? undefined : `${about}${plain} ${asset}`
}
