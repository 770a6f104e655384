import { seen } from "../shared/citations.words.ts"
import { grade } from "../shared/routes.words.ts"

/** Words of 立案疑问参考 beside its template. */

export const lawSaid = (status: string, day: string, letter: string): string => `${seen(status, day)}；${grade(letter)}`

export const amountOf = (name: string, amount: string): string => `${name}：${amount}`
export const NO_TEXT = "未收录，请查正式文本"
