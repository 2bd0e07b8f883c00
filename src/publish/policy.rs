//! The content security policies of our pages.

use base64::{Engine as _, engine::general_purpose::STANDARD};
use sha2::{Digest as _, Sha256};

/// What both kinds of pages forbid.
const COMMON: &str = "base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; \
                      trusted-types tellings";

/// Of one file: only these scripts and this style, no request at all.
#[must_use]
pub fn of_one_file(scripts: &[&str], style: &str) -> String {
    let scripts: Vec<String> = scripts.iter().map(|script| hash(script)).collect();
    format!(
        "default-src 'none'; script-src {} 'wasm-unsafe-eval'; worker-src blob:; style-src {}; \
         img-src data: blob:; connect-src 'none'; {COMMON}",
        scripts.join(" "),
        hash(style),
    )
}

/// Of a site: only its own files, nothing inline.
#[must_use]
pub fn of_a_site() -> String {
    format!(
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self' blob:; \
         style-src 'self'; img-src 'self' data: blob:; manifest-src 'self'; connect-src 'self'; \
         frame-src 'self'; \
         {COMMON}"
    )
}

/// The element that puts a policy into a page.
#[must_use]
pub fn element(policy: &str) -> String {
    format!(r#"<meta id="csp" http-equiv="Content-Security-Policy" content="{policy}">"#)
}

fn hash(text: &str) -> String {
    format!("'sha256-{}'", STANDARD.encode(Sha256::digest(text)))
}

#[cfg(test)]
mod tests {
    use super::{hash, of_a_site};

    #[test]
    fn a_hash_is_the_one_browsers_compute() {
        // The example of the CSP specification: echo -n "alert('Hello, world.');" | sha256.
        assert_eq!(
            hash("alert('Hello, world.');"),
            "'sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng='"
        );
    }

    #[test]
    fn the_site_that_trunk_builds_has_the_same_policy() {
        assert!(include_str!("../../index.html").contains(&of_a_site()));
    }
}
