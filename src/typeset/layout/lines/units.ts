import { CJK_NUMERALS, FILE_ENDINGS, ID_SEPARATORS, NUMBER_WORDS } from "./break-classes.data.ts"

/**
 * What is read as one thing and stands on one line: a date with its time and zone, the number of a document, an article
 * with its paragraph, an amount with its unit, a range of numbers, the name of a file. Found in the text by its form alone, whoever wrote it.
 */

/** What holds for the joint between two characters of a unit. */
export interface UnitJoint {
    /** Where the unit may be broken if it is longer than a line: 2 at a marked place, 3 anywhere, 4 rather not. */
    readonly level: 2 | 3 | 4
    /** A name or number that is copied sign by sign: nothing is put between its characters. */
    readonly isLiteral: boolean
}

const joint = (level: UnitJoint["level"]) =>
    [
        { level, isLiteral: false },
        { level, isLiteral: true },
    ] as const
const JOINTS = { 2: joint(2), 3: joint(3), 4: joint(4) }

interface Form {
    /** A sign without which a text has none of them. */
    readonly sign: RegExp
    readonly pattern: RegExp
    readonly isLiteral: boolean
    /** Whether the unit may be broken between these two characters, and how gladly; `rest` is what stands behind. */
    readonly level: (before: string, after: string, rest: string) => 2 | 3 | 4
}

const ZONE =
    "(?:UTC(?: ?[+−-]\\d{1,2}(?::?\\d{2})?)?|GMT|Z|[+−-]\\d{2}:?\\d{2}|北京时间|世界协调时|世界时|当地时间|本机时间)"
const CLOCK = "\\d{1,2}:\\d{2}(?::\\d{2}(?:\\.\\d+)?)?"
const MONTH = "(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}"
const DAY = `(?:\\d{4}-\\d{2}-\\d{2}|\\d{4} ?年 ?\\d{1,2} ?月(?: ?\\d{1,2} ?日)?|\\d{1,2} ${MONTH} \\d{4}|\\d{1,2} ?月 ?\\d{1,2} ?日)`
const TIME = `(?:${CLOCK}|\\d{1,2} ?时(?: ?\\d{1,2} ?分(?: ?\\d{1,2} ?秒)?)?)`
const IN_BRACKETS = `[（(]${ZONE}[)）]`
const ENDING = new RegExp(`^(?:${FILE_ENDINGS})$`, "u")
const COUNT = `[${CJK_NUMERALS}\\d]+`

const FORMS: readonly Form[] = [
    {
        sign: /\d/,
        pattern: new RegExp(
            `(?:北京时间 ?)?(?:${DAY}(?:[ T]| ?)${TIME}|${DAY}|${CLOCK})(?: ?(?:${ZONE}|${IN_BRACKETS}))?`,
            "g",
        ),
        isLiteral: false,
        // Its zone goes on the next line before its time does.
        level: (before, after, rest) => {
            if (before !== " " && before !== "日" && !/[（(T]/.test(after)) return 4
            return /^[^（(]+[（(]/.test(rest) ? 3 : 2
        },
    },
    {
        sign: /条/,
        pattern: new RegExp(
            `第 ?${COUNT} ?条(?:之${COUNT})?(?:第 ?${COUNT} ?款)?(?:第 ?(?:（${COUNT}）|${COUNT}) ?项)?`,
            "g",
        ),
        isLiteral: false,
        level: (_, after) => (after === "第" ? 2 : 4),
    },
    {
        sign: /\.\s?\d/,
        pattern: /(?<![A-Za-z])(?:[Aa]rts?|[Nn]os?|[Pp]aras?)\. ?\d+/g,
        isLiteral: false,
        level: () => 4,
    },
    {
        sign: /〔/,
        // Where the word before the year begins is known behind a bracket (样公（网）调证字), where it is a usual one (银发),
        // and where nothing but it stands behind a sign or a blank (，样公函); elsewhere it is not.
        pattern: new RegExp(
            `(?:(?<=[）)])\\p{Script=Han}{1,3}字|${NUMBER_WORDS}|(?<!\\p{Script=Han})\\p{Script=Han}{2,5}|\\p{Script=Han})?〔\\d{4}〕(?:第 ?)?\\d+(?:-\\d+)? ?号`,
            "gu",
        ),
        isLiteral: true,
        level: (before, after) => (after === "字" || before === "〕" ? 2 : after === "〔" ? 3 : 4),
    },
    {
        // The office in such a number: 沪公（网）调证字. A line may end on either side of it; a whole number is too long to hold.
        sign: /[）)]\p{Script=Han}{1,3}字〔/u,
        pattern: /[（(]\p{Script=Han}{1,6}[）)](?=\p{Script=Han}{1,3}字〔\d{4}〕)/gu,
        isLiteral: true,
        level: () => 4,
    },
    {
        // 第 2 至 7 行, X01 至 X13: a range of numbers or labels. Times and amounts have forms of their own.
        sign: /\d ?至 ?[A-Z]?\d/,
        pattern: /(?<![A-Za-z\d:.,-])[A-Z]?\d{1,5} ?至 ?[A-Z]?\d{1,5}(?!\d|[:.,-]\d)/g,
        isLiteral: false,
        level: () => 4,
    },
    {
        // 可信程度 B, 附件 A: a letter by itself is read with the word before it.
        sign: /\p{Script=Han} ?[A-Z](?![\p{Lu}\p{Ll}\d])/u,
        pattern: /\p{Script=Han}{2} ?[A-Z](?![\p{Lu}\p{Ll}\d])/gu,
        isLiteral: false,
        level: () => 4,
    },
    {
        // 附件 2: no line begins with the number alone.
        sign: /附件 ?\d/,
        pattern: /附件 ?\d{1,2}(?!\d)/g,
        isLiteral: false,
        level: () => 4,
    },
    {
        // A code that is read aloud: groups of four, 642d 2c49 b503 e212.
        sign: /[\da-f]{4} [\da-f]{4}/,
        pattern: /(?<![\da-f])[\da-f]{4}(?: [\da-f]{4}){2,}(?![\da-f])/g,
        isLiteral: false,
        level: (before) => (before === " " ? 2 : 4),
    },
    {
        sign: /\./,
        // What stands before a name without a blank or a point is taken for a part of it, and is only held too.
        pattern: new RegExp(
            `(?<![\\p{L}\\p{N}_])[\\p{L}\\p{N}_](?:[\\p{L}\\p{N}_.+~@#-]|[（(][\\p{L}\\p{N}_+-]{1,12}[)）]){0,120}\\.(?:${FILE_ENDINGS})(?![A-Za-z0-9])`,
            "gu",
        ),
        isLiteral: true,
        // Before a word rather than inside a date or a number, and never before the ending.
        level: (before, after, rest) => {
            if (ENDING.test(rest)) return 4
            if (ID_SEPARATORS.includes(before)) return /[-.]/.test(before) && /\d/.test(after) ? 3 : 2
            return /[\p{Script=Han}）]/u.test(before) ? 3 : 4
        },
    },
]

/**
 * Joints inside the units of a text, by the index of the character before them in UTF-16 units; `undefined` where it has
 * none. Where two units overlap, what either forbids is forbidden.
 */
export function unitJoints(text: string): ReadonlyMap<number, UnitJoint> | undefined {
    let joints: Map<number, UnitJoint> | undefined
    for (const { sign, pattern, isLiteral, level } of FORMS) {
        if (!sign.test(text)) continue
        for (const match of text.matchAll(pattern)) {
            const unit = match[0]
            joints ??= new Map()
            for (let i = 0; i < unit.length - 1; i++) {
                const at = match.index + i
                const before = joints.get(at)
                const own = level(unit[i] ?? "", unit[i + 1] ?? "", unit.slice(i + 1))
                const most = before && before.level > own ? before.level : own
                joints.set(at, JOINTS[most][isLiteral || before?.isLiteral ? 1 : 0])
            }
        }
    }
    return joints
}
