import { column, type Table, words } from "./question.ts"

/** Sheets about the exports of the exchange: what the files do not say, and what is said to findings about them. */
export const EXPORT_TABLES: readonly Table[] = [
    {
        name: words(["导出文件", "Exports"]),
        guide: words([
            "一般不用填。check 说某个导出文件不知道时区、不知道是充值还是提现、表头不认识时，在这里补充；哪些行不是本人操作的，也写在这里。",
            "As a rule blank. Fill in what check says a file does not tell: its time zone, its kind, its columns; and which rows are not yours.",
        ]),
        lists: [
            {
                path: "exports",
                title: words(["导出文件", "Exports"]),
                word: words(["导出文件", "export"]),
            },
        ],
        columns: [
            column(["文件编号", "File"], "code", 12, ["exports[].file"], {
                hint: ["如 X03", "such as X03"],
                eg: "X03",
            }),
            column(["时区", "Time zone"], "code", 14, ["exports[].zone"], {
                hint: ["如 UTC、UTC+8、北京时间", "such as UTC, UTC+8"],
                eg: "UTC+8",
            }),
            column(["是什么记录", "Report"], "choice", 18, ["exports[].report"], { words: "report" }),
            column(["账户 UID", "Account UID"], "code", 16, ["exports[].account"], { eg: "100000001" }),
            column(["不是本人操作的行", "Rows not mine"], "text", 24, ["exports[].unauthorised"], {
                hint: ["行号，如 4-39；全部写 全部", "row numbers, such as 4-39; all for every row"],
                eg: "4-39",
            }),
            column(["各列是什么", "Columns"], "text", 40, ["exports[].columns"], {
                hint: [
                    "只有表头不认识时才填：等号左边是含义，右边照抄表头",
                    "only for an unknown header: what it is, and the header as it stands",
                ],
                eg: ["时间=成交时间；币种=Coin；变动=Change", "time=Filled At; asset=Coin; amount=Change"],
            }),
        ],
    },
    {
        name: words(["核对答复", "Answers"]),
        guide: words([
            "check 发现填写内容与导出文件不一致时，可以在这里说明原因；说明会和该项一起印给民警看。",
            "Where check finds that what was typed differs from the exports, say here why; it is printed for the police beside the finding.",
        ]),
        lists: [
            {
                path: "findingAnswers",
                title: words(["核对答复", "Answers"]),
                word: words(["答复", "answer"]),
            },
        ],
        columns: [
            column(["哪一项", "Finding"], "code", 16, ["findingAnswers[].finding"], {
                hint: ["check 列出的编号，如 L3F2A", "its number in check, such as L3F2A"],
                eg: "L3F2A",
            }),
            column(["说明", "Answer"], "text", 60, ["findingAnswers[].answer"]),
        ],
    },
]
