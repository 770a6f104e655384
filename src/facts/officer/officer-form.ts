import type { Choices, Merge, NewCell, NewSheet } from "../../typeset/office/sheet.ts"
import { writeXlsx } from "../../typeset/office/xlsx-write.ts"
import { FORM_PARTS, FORM_SHEET, type FormPart, FURTHER_SHEET } from "./officer-form.data.ts"
import { answersOf, type FormAnswers, type FormGroup, questionsOf, wordsOf } from "./officer-form-questions.ts"

/**
 * The officer data as a workbook for people who have no editor for YAML. One question a row; every cell is text. The
 * reader is `officer-form-read.ts`; what this prints, that reads back as the same data.
 */

/** Headings by which the reader finds the columns. */
export const HEADINGS = {
    number: "序号",
    label: "项目",
    answer: "填写",
    hint: "说明",
    who: "通常由谁知道",
    key: "内部编号（请勿改动）",
}
const ANSWER_COLUMN = 3
const KEY_COLUMN = 6
const WIDTHS = [5, 22, 29, 33, 13, 34]

const KEEP = "可以插入空行；请勿删改表头一行，请勿另存为 .xls 或 .csv。"
/** What stands above the questions of each sheet. */
const GUIDES: Readonly<Record<string, readonly string[]>> = {
    [FORM_SHEET]: [
        "第一次请求只填本表；盖章以后要填的，和少数请求才用的，在“其他信息”表。",
        "只填黄色格子；有下拉箭头的从列表中选。一时没有的先留空，程序会列出还缺什么。带（英文）的各项写入英文函件，只用英文字母、数字和英文标点。",
        "本表只在民警的电脑上填写和保存，不要交给报案人；照片和扫描件放入旁边的文件夹，不贴在表里。",
        KEEP,
    ],
    [FURTHER_SHEET]: ["用到才填：第二步填第五部分，其余各部分按需要填写。", KEEP],
}

/**
 * Prints the form with officer data. The same data and groups give the same bytes.
 *
 * @param data - As text, as the YAML reader gives them; what is there is filled in.
 * @param groups - Of the recipient, in its order.
 */
export function printOfficerForm(data: unknown, groups: readonly FormGroup[]): Uint8Array {
    return printAnsweredForm(answersOf(data, groups), groups)
}

/** Prints the form with what stands in its cells, whether or not it can be read as officer data. */
export function printAnsweredForm(answers: FormAnswers, groups: readonly FormGroup[]): Uint8Array {
    let number = 0
    const sheets = FORM_PARTS.map((part) => printPart(part, answers, groups, () => String(++number)))
    return writeXlsx(sheets, { title: FORM_SHEET })
}

function printPart(
    { sheet, sections }: FormPart,
    answers: FormAnswers,
    groups: readonly FormGroup[],
    nextNumber: () => string,
): NewSheet {
    const across = (row: number): Merge => ({ row, fromColumn: 1, toColumn: KEY_COLUMN - 1 })
    const rows: NewCell[][] = [
        [{ text: sheet, style: "title" }],
        Object.values(HEADINGS),
        [{ text: (GUIDES[sheet] ?? []).join("\n"), style: "guide" }],
    ]
    const merges = [across(1), across(3)]
    const choices: Choices[] = []
    for (const section of sections) {
        const bar = Array.from({ length: KEY_COLUMN - 1 }, (_, i) => (i === 0 ? section.title : ""))
        rows.push(bar.map((text): NewCell => ({ text, style: "section" })))
        merges.push(across(rows.length))
        for (const question of questionsOf(section, answers, groups)) {
            rows.push([
                { text: nextNumber(), style: "info" },
                { text: question.label, style: "text" },
                { text: answers[question.key] ?? "", style: "fill-in" },
                { text: question.hint, style: "hint" },
                { text: question.row.who ?? section.who, style: "hint" },
                { text: question.key, style: "info" },
            ])
            const values = wordsOf(question)
            const isOpen = question.row.offers !== undefined
            if (values.length > 0)
                choices.push({ column: ANSWER_COLUMN, fromRow: rows.length, toRow: rows.length, values, isOpen })
        }
    }
    return {
        name: sheet,
        widths: WIDTHS,
        headerRows: 2,
        rows,
        choices,
        merges,
        hiddenColumns: [KEY_COLUMN],
    }
}
