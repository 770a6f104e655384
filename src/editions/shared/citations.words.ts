/** Words of the list of sources behind the citations. */

export const shortName = (name: string): string => `简称${name}`
export const seen = (status: string, day: string): string => `${status}（${day} 所见）`
