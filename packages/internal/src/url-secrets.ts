// In JSON text a slash may be written `\/`, and a backslash before a quote belongs to the quote.
const urls = /https?:(?:\\?[^\s"'<>\\])+/gi;
const userinfo = /^([a-z][a-z\d+.-]*:(?:\\?\/)*)[^/\\]*@/i;
/** What ends a sentence rather than a URL. */
const sentenceEnd = /[).,;:!\]}]{1,8}$/;

/** A text in which every http(s) URL is without what may be secret in it: see {@link urlWithoutSecrets}. */
export function withoutUrlSecrets(text: string): string {
  return text.replace(urls, (found) => {
    const url = found.replace(sentenceEnd, '');
    return urlWithoutSecrets(url) + found.slice(url.length);
  });
}

/** A URL, of any scheme, without its name and password, its query (which may be a signature) and its fragment. */
export function urlWithoutSecrets(url: string): string {
  return url.replace(/[?#].*$/s, '').replace(userinfo, '$1');
}
