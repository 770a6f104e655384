/** Words of 各方说法及报案人意见 beside its template. */

/** What a statement is about. */
export const onMatter = (matter: string): string => `关于${matter}`
