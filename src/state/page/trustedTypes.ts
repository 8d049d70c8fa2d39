interface Policies {
  createPolicy(name: string, rules: { createScriptURL(url: string): string }): unknown;
}

/**
 * Lets workers be made of this page's own files only, where the browser holds a page to its trusted types; markup from
 * text is let through nowhere.
 */
export function trustOwnScripts(): void {
  const { trustedTypes } = globalThis as { readonly trustedTypes?: Policies };
  trustedTypes?.createPolicy('default', {
    createScriptURL(url) {
      if (new URL(url, location.href).origin === location.origin) return url;
      throw new TypeError(`A script from elsewhere is refused: ${url}`);
    },
  });
}
