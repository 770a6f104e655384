import { seen } from "../shared/citations.words.ts"
import { grade } from "../shared/routes.words.ts"

/** Words of 立案疑问参考 beside its template. */

export const lawSaid = (status: string, day: string, letter: string): string => `${seen(status, day)}；${grade(letter)}`

/** Whole tens of thousands as the law writes them: 3万元至10万元以上. */
export const amountOf = (name: string, amount: string): string =>
    `${name}：${amount.replace(/(?<!\d)(\d+)0000(?=元)/g, "$1万")}`
export const NO_TEXT = "未收录，请查正式文本"
