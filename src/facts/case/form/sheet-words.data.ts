import { words } from "./question.ts"

/** Words of the workbook that are no question. Its name is the same in every language, so that it is found. */
export const WORKBOOK_FILE = "案件信息.xlsx"

export const QUESTION_SHEET = words(["案件信息", "Case"])

export const HEADINGS = {
    number: words(["序号", "No."]),
    label: words(["项目", "Question"]),
    answer: words(["填写", "Answer"]),
    hint: words(["说明", "Note"]),
    example: words(["例（程序不读）", "Example (not read)"]),
    notASecret: words(["不是密钥（一般不填）", "Not a secret (usually blank)"]),
    key: words(["内部编号（请勿改动）", "Inner number (leave it)"]),
    class: words(["类别", "Class"]),
    party: words(["第几方", "Party no."]),
    statement: words(["第几句", "Statement no."]),
} as const

/** What stands in the first column of rows that are no answers. */
export const MARKS = { hint: words(["说明", "Note"]), example: words(["例", "Example"]) } as const

export const YES = words(["是", "yes"])

export const REQUIRED = words(["必填", "Required"])

export const GUIDE = words([
    [
        "只填黄色格子；有下拉箭头的从列表中选。先答这一张表的十二个问题，再看后面各张表，用得着的才填；其余留空。",
        "不知道的写“不清楚”，记不准的时间、数量前面写“约”；不要估计，不要编。时间后面写明时区，如 2023-03-21 01:49 北京时间；从交易所导出的 UTC 时间，后面写 UTC。",
        "灰色的字是说明和例子，程序不读。密码、API 密钥、助记词不写进任何格子。可以插入空行、排序；请勿删改表头，请勿另存为 .xls 或 .csv。",
    ].join("\n"),
    [
        "Fill in yellow cells only; where there is an arrow choose from its list. Answer the twelve questions of this sheet first, then those of the other sheets that concern you; leave the rest blank.",
        "Write “not known” where you do not know, and “about” in front of times and quantities you are not sure of; do not guess. Give each time its zone: 2023-03-21 01:49 UTC+8; times exported by exchanges are mostly UTC.",
        "Grey texts are notes and examples and are not read. Never enter passwords, API secrets or recovery phrases. Rows may be inserted and sorted; leave the heads, and save as .xlsx.",
    ].join("\n"),
])
