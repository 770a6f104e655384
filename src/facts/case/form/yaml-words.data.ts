import { words } from "./question.ts"

/** What stands at the head of case.yaml. */
export const YAML_GUIDE = words([
    [
        "案件信息的文字格式，与《案件信息.xlsx》同样的内容，两个文件填一个；不熟悉这种格式的，请填《案件信息.xlsx》。",
        "答案写在冒号后面，冒号后空一格；左边的英文和每行开头的空格不要动。没有的、不想填的，冒号后面留空。",
        "以“- ”开头的是一项；要几项，就把那几行照样再写一遍。答案里有 # 或者冒号的，用英文双引号括起来。",
        "不知道的写 不清楚，记不准的时间、数量前面写 约；不要估计，不要编。时间后面写明时区，如 2023-03-21 01:49 北京时间；从交易所导出的 UTC 时间，后面写 UTC。",
        "金额、编号、地址从导出文件复制。密码、API 密钥、助记词不得写入本文件。",
    ].join("\n"),
    [
        "The case as text, with the same questions as 案件信息.xlsx; fill in one of the two, the workbook if this format is new to you.",
        "Answers stand behind the colon and one blank; leave the names and the blanks in front of them. Leave blank what you do not know of or do not want to say.",
        'An entry begins with "- "; for more of them write its lines again. Put answers with a # or a colon into double quotes.',
        "Write “not known” where you do not know, and “about” in front of times and quantities you are not sure of; do not guess. Give each time its zone: 2023-03-21 01:49 UTC+8; times exported by exchanges are mostly UTC.",
        "Copy amounts, ids and addresses from the exports. Never enter passwords, API secrets or recovery phrases.",
    ].join("\n"),
])
