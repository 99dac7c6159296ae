/** What the test server's bucket is called, and the secret of its only key. */
export const bucket = 'songs';
export const secret = 'S3RVER';
