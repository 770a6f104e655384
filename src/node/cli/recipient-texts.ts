import { byLang } from "../../base/lang.ts"
import { COMMAND } from "./command.ts"

/** What `recipients` says of itself; what it says of desks is in `flows/officer/desk-texts.ts`. */
export const recipientTexts = byLang<{ readonly more: string }>({
    more: { "zh-CN": `逐项查看：${COMMAND} recipients show <编号>`, en: `in full: ${COMMAND} recipients show <id>` },
})
