//! The probe: a script that goes into a page to watch it.
//!
//! In: a page as published. Out: the same page with `probe.js` before everything else that
//! runs, and its hash in the page's policy. Nothing else of the policy is weakened, so what
//! the page breaks with the probe it would break without.

use base64::{Engine as _, engine::general_purpose::STANDARD};
use sha2::{Digest as _, Sha256};

const PROBE: &str = include_str!("probe.js");

/// The page with the probe in it.
pub fn probed(page: &str) -> String {
    let hash = format!("script-src 'sha256-{}' ", STANDARD.encode(Sha256::digest(PROBE)));
    let page = page.replacen("script-src ", &hash, 1);
    let policy = page.find("<meta id=\"csp\"").expect("the page has a policy");
    let end = policy + page[policy..].find('>').expect("the policy's tag ends") + 1;
    format!("{}<script>{PROBE}</script>{}", &page[..end], &page[end..])
}

#[test]
fn the_probe_comes_right_after_the_policy_which_allows_it() {
    let page = probed(r#"<meta id="csp" content="script-src 'self'; x"><script src="a.js">"#);
    assert!(page.starts_with(r#"<meta id="csp" content="script-src 'sha256-"#), "{page}");
    assert!(page.contains(r#"' 'self'; x"><script>"#), "{page}");
    assert!(page.ends_with(r#"</script><script src="a.js">"#), "{page}");
}
