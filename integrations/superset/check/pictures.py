"""Pictures of Superset's pages in a headless Chromium."""

from contextlib import contextmanager

from selenium import webdriver
from selenium.webdriver.chrome.options import Options
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.by import By
from selenium.webdriver.support.ui import WebDriverWait

PAGE_SECONDS = 120


@contextmanager
def browser(instance, user: str):
    """A browser in which the user is logged in."""
    options = Options()
    options.binary_location = "/usr/bin/chromium"
    for argument in ("--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--window-size=1280,800"):
        options.add_argument(argument)
    driver = webdriver.Chrome(options=options, service=Service("/usr/bin/chromedriver"))
    try:
        driver.set_page_load_timeout(PAGE_SECONDS)
        driver.get(instance.url + "/login/")
        wait = WebDriverWait(driver, PAGE_SECONDS)
        wait.until(lambda d: d.find_elements(By.CSS_SELECTOR, "input[type=password]"))
        driver.find_element(By.CSS_SELECTOR, "input#username").send_keys(user)
        driver.find_element(By.CSS_SELECTOR, "input[type=password]").send_keys(instance.password)
        driver.find_element(By.CSS_SELECTOR, "button[type=submit], input[type=submit]").click()
        wait.until(lambda d: "/login" not in d.current_url)
        yield driver
    finally:
        driver.quit()


def take(driver, url: str, shows: str, path: str) -> None:
    """Opens a page and takes a picture of it once an element is there and nothing loads any more."""
    driver.get(url)
    wait = WebDriverWait(driver, PAGE_SECONDS)
    wait.until(lambda d: d.find_elements(By.CSS_SELECTOR, shows))
    wait.until(lambda d: not d.find_elements(By.CSS_SELECTOR, ".loading, [aria-label=Loading]"))
    settled(driver)
    driver.save_screenshot(path)


def settled(driver) -> None:
    """Waits until two pictures in a row are the same: charts grow for a moment."""
    before = [None]

    def same(d):
        now = d.get_screenshot_as_base64()
        equal, before[0] = now == before[0], now
        return equal

    WebDriverWait(driver, PAGE_SECONDS, poll_frequency=1).until(same)
