/** Words of the list of sources behind the citations. */

export const shortName = (name: string): string => `简称${name}`
/** `摘要，未核对`: what the words are, and whether anybody has held them against a text. */
export const kindOfText = (kind: string, unchecked: boolean): string => (unchecked ? `${kind}，未核对` : kind)
export const officialText = (place: string): string => `正式文本：${place}；所据：`
export const seen = (status: string, day: string): string => `${status}（${day} 所见）`
