/** Words of 立案疑问参考 beside its template. */

export const amountOf = (name: string, amount: string): string => `${name}：${amount}`
export const NO_TEXT = "未收录，请查正式文本"
