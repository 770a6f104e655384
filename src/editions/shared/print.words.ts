/** Words for values that every document prints the same way. */

export const NOT_PROVIDED = "未提供"
export const NOT_PROVIDED_EN = "Not provided"

/** Behind a time of which nobody said in which zone it is. */
export const ZONE_UNKNOWN = "（时区未注明）"

/** Numbers of sections. */
export const HAN = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二", "十三", "十四", "十五"]

export const TIME_UNKNOWN = "不清楚"
/** What is not exact, and what is not known. */
export const ABOUT = "约 "
export const ABOUT_EN = "about "
export const QUANTITY_UNKNOWN = "数量不清楚"
export const assetAlone = (asset: string): string => `${asset}（数量不清楚）`
