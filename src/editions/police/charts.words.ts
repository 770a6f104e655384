/** Words of the charts. */

/** What the bars before and after stand for. */
export const SCREEN_VALUE = "页面显示值"
