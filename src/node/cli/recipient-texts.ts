import { byLang } from "../../base/lang.ts"
import { COMMAND } from "./command.ts"
import { shellWord } from "./texts.ts"

/** What `recipients` says of itself; what it says of desks is in `flows/officer/desk-texts.ts`. */
export const recipientTexts = byLang<{
    readonly more: string
    readonly afterNew: (id: string, folder: string) => string
}>({
    more: { "zh-CN": `逐项查看：${COMMAND} recipients show <编号>`, en: `in full: ${COMMAND} recipients show <id>` },
    afterNew: {
        "zh-CN": (id, folder) =>
            `下一步：渠道仍须核实。在民警信息表的“收件方”填 ${id}，办理时加上 --recipients ${shellWord(folder)}；页面另有要求的，补写在文件里，用 recipients show ${id} --recipients ${shellWord(folder)} 核对`,
        en: (id, folder) =>
            `next: the channel is still to be confirmed. Put ${id} as the recipient into the officer's form and add --recipients ${shellWord(folder)} to each step; what else the page asks goes into the file, recipients show ${id} --recipients ${shellWord(folder)} shows it`,
    },
})
