/** The languages every text of the product exists in. */
export const languages = ['en', 'zh-CN'] as const;

/** One of the languages of the product, as a BCP 47 tag. */
export type Language = (typeof languages)[number];

/** A text in every language; a missing translation is a compile error. */
export type Localized = Readonly<Record<Language, string>>;
