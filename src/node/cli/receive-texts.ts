import { byLang } from "../../base/lang.ts"

/** What `receive` says besides its findings. */
export const receiveTexts = byLang<{ more(count: number): string; readonly keep: string }>({
    more: {
        "zh-CN": (count) => `……另有 ${String(count)} 个，见留存包这一层的 received.json`,
        en: (count) => `... and ${String(count)} more, see received.json in this layer of the archive`,
    },
    keep: {
        "zh-CN":
            "答复里可能有其他人的数据：含答复的留存包不要给报案人，不要发给收件方。原始文件另存好；情况说明留空处请手写并由二人签名。",
        en: "The answer may hold data of others: an archive with it goes neither to the victim nor to a desk. Keep the files as they came; fill in the blanks of the note by hand and have two officers sign it.",
    },
})
